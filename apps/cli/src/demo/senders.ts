/** What a domain tells the world about its mail. */
export interface SendingDomain {
  /** Who may send for it (RFC 7208); none where the domain says nothing. */
  spf?: 'here' | 'elsewhere';
  /** Its key is published, and its mail is signed. */
  signs?: true;
  dmarc?: 'none' | 'quarantine' | 'reject';
}

const honest = { spf: 'here', signs: true } as const;

/** Every domain that writes to the demo's firm. All of them end in .example, which belongs to nobody (RFC 2606). */
export const sendingDomains: Record<string, SendingDomain> = {
  'brightwater.example': { ...honest, dmarc: 'reject' },
  'postbox.example': { ...honest, dmarc: 'none' },
  'fairmail.example': { ...honest, dmarc: 'quarantine' },
  'hollis-bray.example': { ...honest, dmarc: 'quarantine' },
  'oakhurst-timber.example': { ...honest, dmarc: 'reject' },
  'kemp-ironmongers.example': { ...honest, dmarc: 'none' },
  'wharf-glass.example': { ...honest, dmarc: 'reject' },
  'nordwerk.example': { ...honest, dmarc: 'reject' },
  'fanera-sever.example': { ...honest, dmarc: 'none' },
  'hinoki-tools.example': { ...honest, dmarc: 'quarantine' },
  'dar-alarz.example': { ...honest, dmarc: 'none' },
  'brightwater-council.example': { ...honest, dmarc: 'reject' },
  'parcelway.example': { ...honest, dmarc: 'reject' },
  'moorgate-mutual.example': { ...honest, dmarc: 'reject' },
  'joiners-guild.example': { ...honest, dmarc: 'none' },
  'ropewalk.example': { ...honest, dmarc: 'quarantine' },
  'riverside-college.example': { ...honest, dmarc: 'none' },
  'linseed-lead.example': { spf: 'here' },
  'tally-books.example': { ...honest, dmarc: 'none' },
  // Signs, but has never asked anybody to look (no DMARC): the signature alone proves it.
  'stmary-brightwater.example': { signs: true },
  // Their mail is sent from elsewhere, or by somebody else.
  'nordbank.example': { spf: 'elsewhere', dmarc: 'reject' },
  'river-trust.example': { spf: 'elsewhere', signs: true, dmarc: 'none' },
  'taxrefund-office.example': { spf: 'elsewhere', dmarc: 'quarantine' },
  // Says who sends for it and nothing more: proves nothing about the From line.
  'weir-cottage.example': { spf: 'here' },
  // Nothing at all, like many a small domain.
  'hallfarm.example': {},
  'mill-cafe.example': {},
  'ferrylane-school.example': {},
  'bladeandband.example': {},
};

import { changeOp, type Op, type Row } from '@kontor/data';
import type { MailContext } from '#context.ts';
import { findMailbox, folderId } from '#mailboxes.ts';
import { mailboxProblems } from '#problems.ts';
import type { Address } from '#types.ts';

export interface DraftAttachment {
  id: string;
  blob: string;
  filename: string;
  type: string;
  /** Bytes. */
  size: number;
}

export interface Draft {
  id: string;
  version: number;
  mailbox: string;
  /** Id of the person who writes it. */
  author: string;
  from: Address;
  to: Address[];
  cc: Address[];
  bcc: Address[];
  subject: string;
  text: string;
  /** Ids of the messages that it answers or forwards. */
  answers: string | null;
  forwards: string | null;
  inReplyTo: string | null;
  references: string[];
  attachments: DraftAttachment[];
}

/** Bytes that all attachments of a message may have together, as files. */
export const mostAttached = 25_000_000;
export const mostFiles = 100;

/** The draft as it is now, whoever asks: an action compares `author` with its caller. Null when it is not there. */
export async function loadDraft(
  context: Pick<MailContext, 'bulk' | 'payload' | 'clock'>,
  id: string,
): Promise<Draft | null> {
  const [row] = await context.bulk.find('drafts', { id }, { limit: 1 });
  if (!row) return null;
  const mailbox = await findMailbox(context, String(row['mailbox']));
  const from = { name: mailbox?.name ?? '', address: mailbox?.address ?? '' };
  return draftOf(row, { from, attachments: await attachmentsOf(context, id) });
}

/** The author's draft; throws mailbox.no-such-draft for anybody else. */
export async function ownDraft(
  context: Pick<MailContext, 'bulk' | 'payload' | 'clock'>,
  id: string,
  author: string | undefined,
): Promise<Draft> {
  const draft = await loadDraft(context, id);
  return draft && draft.author === author ? draft : mailboxProblems.raise('no-such-draft');
}

const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);
const idOrNull = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);

const draftOf = (row: Row, more: Pick<Draft, 'from' | 'attachments'>): Draft => ({
  ...more,
  id: row.id,
  version: Number(row['version']),
  mailbox: String(row['mailbox']),
  author: String(row['author']),
  to: list<Address>(row['to']),
  cc: list<Address>(row['cc']),
  bcc: list<Address>(row['bcc']),
  subject: String(row['subject'] ?? ''),
  text: String(row['text'] ?? ''),
  answers: idOrNull(row['answers']),
  forwards: idOrNull(row['forwards']),
  inReplyTo: idOrNull(row['inReplyTo']),
  references: list<string>(row['references']),
});

export async function attachmentsOf(
  { bulk }: Pick<MailContext, 'bulk'>,
  draft: string,
): Promise<DraftAttachment[]> {
  const found = await bulk.find('uploads', { draft, removedAt: null }, { sort: 'id' });
  const rows = found.sort((one, other) => Number(one['at']) - Number(other['at']));
  return rows.map((row) => ({
    id: row.id,
    blob: String(row['blob']),
    filename: String(row['filename']),
    type: String(row['type']),
    size: Number(row['size']),
  }));
}

/** Tells the author's screens, and nobody else's, that the list of drafts is another. */
export const draftsChanged = (
  { id, mailbox, author }: Pick<Draft, 'id' | 'mailbox' | 'author'>,
  now: number,
): Op => {
  const place = { mailbox, folder: folderId(mailbox, 'drafts'), thread: `draft:${id}` };
  return changeOp('mail.changed', id, { ...place, person: author }, now);
};

/**
 * The steps that take a draft away, for the write in which it is sent or thrown away; the first one's `count` is 0 where it
 * has another version by now. Its files go with the daily sweep: whoever writes on keeps them.
 */
export const removeDraftOps = (
  draft: Pick<Draft, 'id' | 'version' | 'mailbox' | 'author'>,
  now: number,
): Op[] => [
  { op: 'delete', in: 'drafts', where: { id: draft.id, version: draft.version } },
  draftsChanged(draft, now),
];

/** The steps that bring a draft back as it was when it was taken away, attachments included, as a newer version. */
export function restoreDraftOps(draft: Draft, now: number): Op[] {
  const { from: _from, attachments, ...fields } = draft;
  const there = { id: { in: attachments.map(({ id }) => id) }, draft: draft.id };
  return [
    {
      op: 'insert',
      into: 'drafts',
      rows: [{ ...draftRow({ ...fields, version: fields.version + 1 }, now) }],
    },
    { op: 'update', in: 'uploads', where: there, set: { removedAt: null } },
    draftsChanged(draft, now),
  ];
}

/** What is kept of a draft beside its attachments. */
export const draftRow = (
  draft: Omit<Draft, 'from' | 'attachments'> & { savedBy?: string },
  now: number,
): Row => ({ savedBy: '', ...draft, preview: firstWords(draft.text), updatedAt: now });

/** What the list shows of it: the person's own words, not what is quoted or signed. */
export function firstWords(text: string): string {
  const lines = text.slice(0, 4000).split('\n');
  const signature = lines.findIndex((line) => line === '-- ');
  const own = (signature < 0 ? lines : lines.slice(0, signature)).filter((line) => !line.startsWith('>'));
  return own
    .join(' ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

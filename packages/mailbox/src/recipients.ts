import type { MailContext } from './context.ts';

/** Where a recipient's mail goes. */
export interface Recipient {
  /** Id of the mailbox. */
  id: string;
}

/**
 * The mailbox that an SMTP recipient leads to: letter case does not matter (our choice within RFC 5321 §2.4), `+detail`
 * is ignored (RFC 5233), aliases are followed once. Null when nobody here has it.
 */
export async function resolveRecipient(
  parts: Pick<MailContext, 'bulk'>,
  address: string,
): Promise<Recipient | null> {
  for (const spelling of spellings(address)) {
    const found = (await byAddress(parts, spelling)) ?? (await throughAlias(parts, spelling));
    if (found) return found;
  }
  return null;
}

/** The address as it was given, then without its detail. */
function spellings(address: string): string[] {
  const at = address.lastIndexOf('@');
  if (at < 1 || address.length > 254) return [];
  const local = address.slice(0, at).toLowerCase();
  const domain = address.slice(at + 1).toLowerCase();
  const [name = ''] = local.split('+');
  return name && name !== local ? [`${local}@${domain}`, `${name}@${domain}`] : [`${local}@${domain}`];
}

async function byAddress({ bulk }: Pick<MailContext, 'bulk'>, address: string): Promise<Recipient | null> {
  const [row] = await bulk.find('mailboxes', { address }, { limit: 1, select: ['id'] });
  return row ? { id: row.id } : null;
}

async function throughAlias({ bulk }: Pick<MailContext, 'bulk'>, address: string): Promise<Recipient | null> {
  const [alias] = await bulk.find('aliases', { address }, { limit: 1, select: ['mailbox'] });
  if (!alias) return null;
  const [row] = await bulk.find('mailboxes', { id: String(alias['mailbox']) }, { limit: 1, select: ['id'] });
  return row ? { id: row.id } : null;
}

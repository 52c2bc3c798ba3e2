import { domainToASCII } from 'node:url';
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
    const found = (await byAddress(parts, spelling)) ?? (await findAlias(parts, spelling));
    if (found) return found;
  }
  return null;
}

/**
 * Where mail for the postmaster goes when nobody has that address: RFC 5321 §4.5.1 wants it to be taken, also without a
 * domain. That is hello@ of the domain, the mailbox that every firm has.
 */
export async function postmasterOf(
  { bulk }: Pick<MailContext, 'bulk'>,
  address: string,
): Promise<Recipient | null> {
  if (address.toLowerCase() === 'postmaster') {
    const [first] = await bulk.find(
      'mailboxes',
      { kind: 'shared' },
      { sort: 'id', limit: 1, select: ['id'] },
    );
    return first ? { id: first.id } : null;
  }
  const [spelling = ''] = spellings(address);
  if (!spelling.startsWith('postmaster@')) return null;
  return byAddress({ bulk }, spelling.replace('postmaster@', 'hello@'));
}

/** The address as it was given, then without its detail. */
function spellings(address: string): string[] {
  const at = address.lastIndexOf('@');
  if (at < 1 || address.length > 254) return [];
  const whole = asKept(address);
  const plain = whole.replace(/\+.*(?=@)/, '');
  return plain.startsWith('@') || plain === whole ? [whole] : [whole, plain];
}

/** An address as it is kept: in small letters, its domain as DNS has it, whichever way it is written (RFC 5890). */
export function asKept(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return `${address.slice(0, at + 1).toLowerCase()}${domainToASCII(domain) || domain.toLowerCase()}`;
}

async function byAddress({ bulk }: Pick<MailContext, 'bulk'>, address: string): Promise<Recipient | null> {
  const [row] = await bulk.find('mailboxes', { address }, { limit: 1, select: ['id'] });
  return row ? { id: row.id } : null;
}

/** The mailbox that an address leads to without being its own. */
export async function findAlias(
  { bulk }: Pick<MailContext, 'bulk'>,
  address: string,
): Promise<Recipient | null> {
  const [alias] = await bulk.find('aliases', { address }, { limit: 1, select: ['mailbox'] });
  if (!alias) return null;
  const [row] = await bulk.find('mailboxes', { id: String(alias['mailbox']) }, { limit: 1, select: ['id'] });
  return row ? { id: row.id } : null;
}

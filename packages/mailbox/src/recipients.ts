import type { MailContext } from './context.ts';
import { findMailboxByAddress, type Mailbox } from './mailboxes.ts';

/**
 * The mailbox that an SMTP recipient leads to: letter case does not matter (our choice within RFC 5321 §2.4), `+detail`
 * is ignored (RFC 5233), aliases are followed once. Null when nobody here has it.
 */
export async function resolveRecipient(
  parts: Pick<MailContext, 'payload' | 'bulk' | 'clock'>,
  address: string,
): Promise<Mailbox | null> {
  const [plain, withDetail] = spellings(address);
  if (!plain) return null;
  for (const spelling of [withDetail, plain]) {
    if (!spelling) continue;
    const mailbox = (await findMailboxByAddress(parts, spelling)) ?? (await throughAlias(parts, spelling));
    if (mailbox) return mailbox;
  }
  return null;
}

/** The address without its detail, and as it was given when that differs. */
function spellings(address: string): [string | null, string | null] {
  const at = address.lastIndexOf('@');
  if (at < 1 || address.length > 254) return [null, null];
  const local = address.slice(0, at).toLowerCase();
  const domain = address.slice(at + 1).toLowerCase();
  const [name = ''] = local.split('+');
  const plain = name ? `${name}@${domain}` : null;
  const given = `${local}@${domain}`;
  return [plain ?? given, given === plain ? null : given];
}

async function throughAlias(
  parts: Pick<MailContext, 'payload' | 'bulk' | 'clock'>,
  address: string,
): Promise<Mailbox | null> {
  const row = await parts.payload.db.findOne({
    collection: 'aliases',
    where: { address: { equals: address } },
    joins: false,
  });
  const mailbox = (row as { mailbox?: string | { id: string } } | null)?.mailbox;
  if (!mailbox) return null;
  const id = typeof mailbox === 'string' ? mailbox : mailbox.id;
  const found = await parts.payload.db.findOne({ collection: 'mailboxes', where: { id: { equals: id } } });
  return found ? findMailboxByAddress(parts, (found as unknown as Mailbox).address) : null;
}

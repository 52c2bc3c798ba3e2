import {
  deliveryOps,
  type MailContext,
  type MessageSummary,
  mailboxProblems,
  postmasterOf,
  readMessage,
  resolveRecipient,
  type Verdict,
} from '@kontor/mailbox';

export interface LocalMessage {
  /** RFC 5322 bytes, CRLF. */
  raw: Buffer;
  to: string;
  mailFrom: string;
  /** The same key delivers once, however often it is tried. */
  key: string;
}

/** A message that is kept already: where, how large, and what is in it. */
export interface KeptMessage {
  hash: string;
  size: number;
  summary: MessageSummary;
}

type Context = Pick<MailContext, 'payload' | 'bulk' | 'clock' | 'blobs'> & { hostname: string };

/** Files a message that the office itself made, without the wire. Throws mailbox.no-such-mailbox. */
export async function deliverLocal(context: Context, { raw, ...envelope }: LocalMessage): Promise<void> {
  const { hash, size } = await context.blobs.write(raw);
  await fileLocal(context, { hash, size, summary: await readMessage(raw) }, envelope);
}

/** The same for a message that is kept already. */
export async function fileLocal(
  context: Context,
  { hash, size, summary }: KeptMessage,
  { to, mailFrom, key }: Omit<LocalMessage, 'raw'>,
): Promise<void> {
  const mailbox = (await resolveRecipient(context, to)) ?? (await postmasterOf(context, to));
  if (!mailbox) return mailboxProblems.raise('no-such-mailbox', { values: { address: to } });
  const from = summary.from[0]?.address.split('@').at(-1) ?? '';
  const verdict: Verdict = { spf: 'none', dkim: [], dmarc: 'none', arc: 'none', from, summary: 'internal' };
  const prefix = `Return-Path: <${mailFrom}>\r\nAuthentication-Results: ${context.hostname}; none\r\n`;
  const delivery = {
    mailbox: mailbox.id,
    role: 'inbox' as const,
    summary,
    mailFrom,
    rcptTo: to,
    verdict,
    key,
  };
  await context.bulk.write(
    await deliveryOps(context, { ...delivery, bytes: { blob: hash, prefix, dropped: [], blobSize: size } }),
  );
}

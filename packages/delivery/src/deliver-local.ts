import {
  deliveryOps,
  findMailboxByAddress,
  type MailContext,
  mailboxProblems,
  readMessage,
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

/** Files a message that the office itself made, without the wire. Throws mailbox.no-such-mailbox. */
export async function deliverLocal(
  context: Pick<MailContext, 'payload' | 'bulk' | 'clock' | 'blobs'> & { hostname: string },
  { raw, to, mailFrom, key }: LocalMessage,
): Promise<void> {
  const mailbox = await findMailboxByAddress(context, to.toLowerCase());
  if (!mailbox) return mailboxProblems.raise('no-such-mailbox', { values: { address: to } });
  const { hash, size } = await context.blobs.write(raw);
  const summary = await readMessage(raw);
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

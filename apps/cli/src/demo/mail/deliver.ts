import type { Config } from '@kontor/config';
import type { Office } from '@kontor/suite';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { signingKey } from '../dkim-key.ts';
import { mailsByDate } from './all.ts';
import { compose } from './compose.ts';
import { type DemoMail, messageIdOf } from './demo-mail.ts';

/** Sends these through the SMTP door, in their order, as far as they have not come yet; tells how many that were. */
export async function deliverMails(
  office: Pick<Office, 'config' | 'bulk'>,
  wanted: DemoMail[],
  { now, onSent }: { now: number; onSent(): void },
): Promise<number> {
  const missing = await notYetThere(office, wanted);
  if (missing.length === 0) return 0;
  const composing = {
    now,
    key: signingKey(office.config),
    mails: new Map(mailsByDate(now).map((mail) => [mail.id, mail])),
  };
  const transport = createTransport({
    ...door(office.config),
    pool: true,
    maxConnections: 1,
    maxMessages: Infinity,
  });
  try {
    // One after another: an answer must find the conversation it belongs to.
    for (const mail of missing) {
      const options = await compose(mail, composing);
      await transport.sendMail(mail.tampered ? await lengthened(options) : options);
      onSent();
    }
    return missing.length;
  } finally {
    transport.close();
  }
}

/** The mail service makes its own certificate in the demo; nothing leaves this machine. */
const door = ({ host, ports }: Config) => ({
  host: host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host,
  port: ports.smtp,
  name: 'mx.postbox.example',
  tls: { rejectUnauthorized: false },
});

/** Those that no mailbox has. */
export async function notYetThere({ bulk }: Pick<Office, 'bulk'>, mails: DemoMail[]): Promise<DemoMail[]> {
  const ids = mails.map(messageIdOf);
  const rows = await bulk.find('messages', { messageId: { in: ids } }, { select: ['messageId'] });
  const there = new Set(rows.map((row) => row['messageId']));
  return mails.filter((mail) => !there.has(messageIdOf(mail)));
}

/** What a mailing list does to a signed mail: it writes below it. */
async function lengthened(options: SendMailOptions): Promise<SendMailOptions> {
  const { message } = await createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  }).sendMail(options);
  const { envelope } = options;
  return {
    ...(envelope ? { envelope } : {}),
    raw: Buffer.concat([message as Buffer, Buffer.from('\r\nSent through the list.\r\n')]),
  };
}

import type { SendMailOptions } from 'nodemailer';
import { selector } from '../dkim-key.ts';
import { addressOf } from '../people.ts';
import { sendingDomains } from '../senders.ts';
import { writtenAt } from './all.ts';
import { type Attachment, attachments } from './attachments.ts';
import { encodeHeader } from './charset.ts';
import { addressIn, type DemoMail, domainIn, messageIdOf, nameIn } from './demo-mail.ts';
import { oldAddress, oldBytes } from './old-bytes.ts';

export interface Composing {
  /** When the demo is made; dates count back from it. */
  now: number;
  /** Private key (PEM) of the senders that sign. */
  key: string;
  /** Every mail by its id. */
  mails: Map<string, DemoMail>;
}

const whole = (address: string): string => (address.includes('@') ? address : addressOf(address));
const ours = (address: string): boolean => address.endsWith(`@${domainIn(addressOf('x'))}`);

/** What nodemailer needs to send a mail of the demo: from whom, to whom, its bytes or parts, and its signature. */
export async function compose(mail: DemoMail, { now, key, mails }: Composing): Promise<SendMailOptions> {
  const to = mail.to.map(whole);
  const cc = (mail.cc ?? []).map(whole);
  const at = writtenAt(mail, now);
  const chain = ancestors(mail, mails);
  const text = `${mail.text ?? ''}${quoted(mail, mails, now)}`;
  const made = await Promise.all(
    (mail.attach ?? []).map(async (name) => ({ name, ...((await attachments[name](now)) as Attachment) })),
  );
  const envelope = { from: mail.bounces ?? addressIn(mail.from), to: [...to, ...cc].filter(ours) };
  const common = { envelope, ...signature(mail, key) };
  const references = chain.map((each) => `<${messageIdOf(each)}>`);
  if (mail.charset && mail.charset !== 'utf-8') {
    const { charset, encoding = '8bit' } = mail;
    const headers: [string, string][] = [
      ['From', oldAddress(mail.from, charset)],
      ['To', to.map((address) => `<${address}>`).join(', ')],
      ['Subject', encodeHeader(mail.subject, charset)],
      ['Date', rfcDate(at, mail.zone)],
      ['Message-ID', `<${messageIdOf(mail)}>`],
      ...(references.length > 0
        ? ([
            ['In-Reply-To', references.at(-1)],
            ['References', references.join('\r\n ')],
          ] as [string, string][])
        : []),
    ];
    return { ...common, raw: oldBytes({ charset, encoding, headers, text, attachments: made }) };
  }
  return {
    ...common,
    from: { name: nameIn(mail.from), address: addressIn(mail.from) },
    to,
    cc,
    subject: mail.subject,
    text,
    ...(mail.html ? { html: mail.html } : {}),
    date: rfcDate(at, mail.zone),
    messageId: `<${messageIdOf(mail)}>`,
    ...(references.length > 0 ? { inReplyTo: references.at(-1) as string, references } : {}),
    attachments: made.map(({ name, type, content, cid }) => ({
      filename: name,
      contentType: type,
      content,
      ...(cid ? { cid } : {}),
    })),
    ...(mail.headers ? { headers: mail.headers } : {}),
    xMailer: false,
  };
}

function ancestors(mail: DemoMail, mails: Map<string, DemoMail>): DemoMail[] {
  const parent = mail.answers ? mails.get(mail.answers) : undefined;
  return parent ? [...ancestors(parent, mails), parent] : [];
}

/** What people leave below their answer. */
function quoted(mail: DemoMail, mails: Map<string, DemoMail>, now: number): string {
  const parent = mail.answers ? mails.get(mail.answers) : undefined;
  if (!parent?.text || mail.html) return '';
  const date = new Date(writtenAt(parent, now)).toISOString().slice(0, 16).replace('T', ' ');
  const lines = parent.text.split('\n').map((line) => (line ? `> ${line}` : '>'));
  return `\n\n${date}, ${addressIn(parent.from)}:\n${lines.join('\n')}`;
}

function signature({ from, forged }: DemoMail, key: string): Pick<SendMailOptions, 'dkim'> {
  const domain = domainIn(from);
  if (forged || !sendingDomains[domain]?.signs) return {};
  return { dkim: { domainName: domain, keySelector: selector, privateKey: key } };
}

/** "Tue, 24 Nov 2026 09:40:00 +0300": the hour on the writer's clock. */
function rfcDate(at: number, zone = '+0000'): string {
  const minutes = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3))) * (zone.startsWith('-') ? -1 : 1);
  return new Date(at + minutes * 60_000).toUTCString().replace('GMT', zone);
}

import { buildMail } from './build-mail.ts';

export interface Inquiry {
  key: string;
  name: string;
  email: string;
  phone: string;
  text: string;
  language: string;
  page: string;
  receivedAt: number;
}

export interface Firm {
  name: string;
  domain: string;
}

/** The inquiry as a mail: From the firm (it is the firm's own server that speaks), Reply-To the visitor. */
export function inquiryMessage(inquiry: Inquiry, firm: Firm): Promise<Buffer> {
  const { name, email, phone, text, page, key, receivedAt } = inquiry;
  const details = [
    `Name: ${name}`,
    `Address: ${email}`,
    ...(phone ? [`Phone: ${phone}`] : []),
    `Page: ${page}`,
  ];
  return buildMail({
    from: { name: `${displayName(name)} via ${firm.name}`, address: `hello@${firm.domain}` },
    replyTo: { name: displayName(name), address: email },
    to: { name: firm.name, address: `hello@${firm.domain}` },
    subject: subjectOf(text),
    text: `${text}\n\n-- \n${details.join('\n')}\n`,
    date: new Date(receivedAt),
    messageId: `<${key}@${firm.domain}>`,
  });
}

/** Characters that turn the direction of what follows them, and could write the firm's own words backwards. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** A visitor's name without what could pass for an address of somebody else. */
export const displayName = (name: string): string =>
  name
    .replace(turning, '')
    .replace(/[<>"@]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim() || '?';

/** The question's first words, cut at a word's end. */
function subjectOf(text: string): string {
  const line = text.replace(turning, '').replace(/\s+/g, ' ').trim();
  if (line.length <= 78) return line;
  const cut = line.slice(0, 78);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))}…`;
}

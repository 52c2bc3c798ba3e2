import { encode as quotedPrintable, wrap } from 'nodemailer/lib/qp';
import type { AttachmentName } from './attachments.ts';
import { encode, encodeHeader } from './charset.ts';
import { addressIn, type Charset, nameIn } from './demo-mail.ts';

export interface OldMail {
  charset: Charset;
  encoding: '8bit' | 'base64' | 'quoted-printable';
  headers: [name: string, value: string][];
  text: string;
  attachments: { name: AttachmentName; type: string; content: Buffer }[];
}

const crlf = '\r\n';

/** A message as programs wrote it that knew one character set: composers of today only make UTF-8. */
export function oldBytes({ charset, encoding, headers, text, attachments }: OldMail): Buffer {
  const head = headers.map(([name, value]) => `${name}: ${value}`).join(crlf);
  const body = textPart(text, charset, encoding);
  const textHead = `Content-Type: text/plain; charset=${charset}${crlf}Content-Transfer-Encoding: ${encoding}`;
  if (attachments.length === 0) {
    return Buffer.concat([Buffer.from([head, 'MIME-Version: 1.0', textHead, '', ''].join(crlf)), body]);
  }
  const border = '----=_part_0_brightwater';
  const pieces: (string | Buffer)[] = [
    [
      head,
      'MIME-Version: 1.0',
      `Content-Type: multipart/mixed; boundary="${border}"`,
      '',
      `--${border}`,
      textHead,
      '',
      '',
    ].join(crlf),
    body,
  ];
  for (const { name, type, content } of attachments) {
    // RFC 2231: the name in the sender's own character set.
    const spelled = [...encode(name, charset)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join('');
    pieces.push(
      [
        `${crlf}--${border}`,
        `Content-Type: ${type}`,
        `Content-Disposition: attachment; filename*=${charset}''${spelled}`,
        'Content-Transfer-Encoding: base64',
        '',
        '',
      ].join(crlf),
      lined(content.toString('base64')),
    );
  }
  return Buffer.concat(
    [...pieces, `${crlf}--${border}--${crlf}`].map((piece) => Buffer.from(piece as string)),
  );
}

/** "Анна <a@b>" with its name as the character set spells it. */
export const oldAddress = (address: string, charset: Charset): string => {
  const name = nameIn(address);
  return name === address ? `<${address}>` : `${encodeHeader(name, charset)} <${addressIn(address)}>`;
};

const lined = (base64: string): string => base64.replace(/.{76}/g, `$&${crlf}`);

function textPart(text: string, charset: Charset, encoding: OldMail['encoding']): Buffer {
  const bytes = encode(`${text.replace(/\n/g, crlf)}${crlf}`, charset);
  if (encoding === '8bit') return bytes;
  if (encoding === 'base64') return Buffer.from(lined(bytes.toString('base64')) + crlf);
  return Buffer.from(wrap(quotedPrintable(bytes)));
}

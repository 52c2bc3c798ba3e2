import type { AttachmentName } from './attachments.ts';

export type Charset =
  | 'utf-8'
  | 'koi8-r'
  | 'windows-1251'
  | 'iso-8859-1'
  | 'iso-8859-15'
  | 'windows-1256'
  | 'iso-2022-jp'
  | 'shift_jis';

export interface DemoMail {
  /** Of its Message-ID, before the @. It never changes: it tells whether the mail has come already. */
  id: string;
  /** "12 09:40": so many days before the demo is made, at that time; "0 2:15": so many hours before. */
  when: string;
  /** Where it was written, like "+0300". */
  zone?: string;
  /** "Name <address>" */
  from: string;
  /** Local parts at the firm's domain, or whole addresses. */
  to: string[];
  cc?: string[];
  subject: string;
  text?: string;
  html?: string;
  /** The id of the mail that this one answers. */
  answers?: string;
  attach?: AttachmentName[];
  /** Other than UTF-8: the bytes are made by hand, as old programs do. */
  charset?: Charset;
  encoding?: '8bit' | 'base64' | 'quoted-printable';
  /** Signed, then lengthened on its way by a mailing list: the signature does not hold any more. */
  tampered?: true;
  /** The sender's machine is not one of the domain's: it cannot sign. */
  forged?: true;
  /** The envelope's sender, where it is not the writer. */
  bounces?: string;
  headers?: Record<string, string>;
}

export const mail = (
  id: string,
  when: string,
  from: string,
  to: string,
  subject: string,
  text: string,
  more: Partial<DemoMail> = {},
): DemoMail => ({ id, when, from, to: to.split(' '), subject, text: text.trim(), ...more });

export const addressIn = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;
export const nameIn = (from: string): string => from.replace(/\s*<[^>]*>$/, '');
export const domainIn = (from: string): string => addressIn(from).split('@').at(-1) ?? '';
export const messageIdOf = ({ id, from }: Pick<DemoMail, 'id' | 'from'>): string => `${id}@${domainIn(from)}`;

import type { Op } from '@kontor/data';
import type { MailContext } from '@kontor/mailbox';

/** Whoever sent something, as the queue needs to know them. */
export interface Sender {
  name: string;
  language: string;
  disabled: boolean;
}

/** A mail as what it answers. */
export interface Answer {
  /** Message-IDs, without brackets: In-Reply-To and References (RFC 5322 §3.6.4). */
  references: string[];
  /** Id of who wrote it. */
  person: string;
  /** To whom, Bcc included. */
  recipients: string[];
}

export interface SendingContext extends MailContext {
  config: { readonly smtp: { readonly maxSize: number } };
  /** Name of this host in the world's mail. */
  hostname: string;
  /** Every domain whose mail is at home here, in lower case. */
  ourDomains(): Promise<string[]>;
  sender(person: string): Promise<Sender | null>;
  /** What else is true once a mail is on its way. May be written twice. */
  onAnswered(answer: Answer): Promise<Op[]>;
  /** What is not true after all, when it did not get through to these recipients. May be written twice. */
  onUndelivered(answer: Answer): Promise<Op[]>;
}

import { Problem, smtpReply } from '@kontor/core';

/** An error that smtp-server turns into this reply; the enhanced status code (RFC 3463) is added by its context. */
export class SmtpReply extends Error {
  readonly responseCode: number;

  constructor(code: number, text: string) {
    super(text);
    this.responseCode = code;
  }
}

const notNow = 'Not now; your message is still yours, try again later';

/** The reply to what went wrong. Only a Problem's own words leave the house; anything else is "not now". */
export function replyTo(error: unknown): SmtpReply {
  if (error instanceof SmtpReply) return error;
  if (error instanceof Problem) {
    const { code } = smtpReply(error.kind);
    return new SmtpReply(code, code < 500 ? notNow : `${error.title} ${error.hint}`);
  }
  const { code } = error as NodeJS.ErrnoException;
  // RFC 5321 §4.2.3: 452 is for a full disk.
  return code === 'ENOSPC' || code === 'EDQUOT' ? new SmtpReply(452, notNow) : new SmtpReply(451, notNow);
}

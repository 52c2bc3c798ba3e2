import MailComposer from 'nodemailer/lib/mail-composer/index.js';

interface Name {
  name: string;
  address: string;
}

interface Letter {
  from: Name;
  replyTo?: Name;
  to: Name;
  subject: string;
  text: string;
  date: Date;
  /** With its brackets. */
  messageId: string;
}

/** A mail that the firm's own server writes (RFC 3834), as RFC 5322 bytes with CRLF. */
export function buildMail(letter: Letter): Promise<Buffer> {
  const composer = new MailComposer({
    ...letter,
    headers: { 'Auto-Submitted': 'auto-generated' },
    newline: '\r\n',
    // A visitor's words are words: no attachment is read from a path or fetched from an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, bytes) => (error ? reject(error) : resolve(bytes)));
  });
}

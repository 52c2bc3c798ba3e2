import type { BlobStore } from '@kontor/data';
import type { Address, Draft, DraftAttachment } from '@kontor/mailbox';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { domainOf, wireAddress } from './mail-address.ts';
import { sendingProblems } from './problems.ts';

interface Parts {
  /** The dispatch's id: the same draft gets the same Message-ID. */
  id: string;
  now: number;
  blobs: Pick<BlobStore, 'readAll'>;
  /** Bytes. */
  maxSize: number;
}

const token = /^[\w!#$&^.+-]{1,80}\/[\w!#$&^.+-]{1,80}$/;
/** Types whose bytes may not be encoded (RFC 2046 §5.1, §5.2.1), and so could be changed on the way. */
const nested = /^(message|multipart)\//i;
/** RFC 5322 §3.6.4, without its brackets: so they are kept. What is not ASCII would need SMTPUTF8 on the whole way. */
const msgId = /^[!-;=?A-~]+@[!-;=?A-~]+$/;
const mostReferences = 50;

/** The draft as a message (RFC 5322), CRLF-ended lines, without Bcc. Throws mail.too-large. */
export async function buildMessage(draft: Draft, { id, now, blobs, maxSize }: Parts): Promise<Buffer> {
  const most = { most: Math.floor(maxSize / 1e6) };
  // Base64 with its line ends makes 78 of 57. Counted first, so that nothing huge is read.
  const encoded = draft.attachments.reduce((sum, { size }) => sum + Math.ceil((size * 78) / 57), 0);
  if (encoded > maxSize) return sendingProblems.raise('too-large', { values: most });
  const attachments = [];
  for (const attachment of draft.attachments) attachments.push(await attached(attachment, blobs));
  const composer = new MailComposer({
    from: addressed(draft.from),
    to: draft.to.map(addressed),
    cc: draft.cc.map(addressed),
    subject: oneLine(draft.subject).slice(0, 900),
    date: new Date(now),
    messageId: `<${id}@${domainOf(addressed(draft.from).address)}>`,
    inReplyTo: msgIds(draft.inReplyTo ? [draft.inReplyTo] : []).join(' '),
    references: msgIds(draft.references).slice(-mostReferences),
    text: draft.text.replace(/\r\n?/g, '\n'),
    attachments,
    newline: '\r\n',
    // What somebody writes is words and kept bytes: nothing is read from a path or fetched from an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    composer.compile().build((error, built) => (error ? reject(error) : resolve(built)));
  });
  return bytes.length > maxSize ? sendingProblems.raise('too-large', { values: most }) : bytes;
}

async function attached({ blob, filename, type }: DraftAttachment, blobs: Parts['blobs']) {
  return {
    content: await blobs.readAll(blob),
    filename: oneLine(filename).replace(/[/\\]/g, '_').slice(0, 200) || 'attachment',
    contentType: token.test(type) && !nested.test(type) ? type : 'application/octet-stream',
    contentDisposition: 'attachment' as const,
    // Also a text: its line ends are the sender's.
    contentTransferEncoding: 'base64' as const,
  };
}

const msgIds = (ids: readonly string[]): string[] =>
  ids
    .map((id) => id.replace(/^<|>$/g, ''))
    .filter((id) => msgId.test(id))
    .map((id) => `<${id}>`);

const addressed = ({ name, address }: Address): Address => ({
  name: oneLine(name).slice(0, 120),
  // The envelope was made of it before: it is one.
  address: wireAddress(address) ?? '',
});

/** Without line breaks and other control characters, those that turn the direction of a text included. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

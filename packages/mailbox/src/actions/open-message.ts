import { action } from '@kontor/core';
import { z } from 'zod';
import { messageReaders } from '#access.ts';
import type { MailContext } from '#context.ts';
import { messageBytes, type StoredBytes } from '#message-bytes.ts';
import { openAttachment, readHtmlPart } from '#mime/open-part.ts';
import { mailboxProblems } from '#problems.ts';
import type { AttachmentInfo } from '#types.ts';

const messageField = z.string().min(1).max(160);

/** The HTML of a message, decoded and as untrustworthy as it came, with what its pictures may point to. */
export const readHtml = action({
  name: 'mailbox.read-html',
  quiet: true,
  input: z.object({ message: messageField }),
  can: messageReaders,
  async run(context: MailContext, { message }) {
    const { attachments, text, ...bytes } = await storedBytes(context, message);
    return { html: await readHtmlPart(messageBytes(context.blobs, bytes)), text, attachments };
  },
});

/** One attachment, as a stream. */
export const openPart = action({
  name: 'mailbox.open-part',
  quiet: true,
  input: z.object({ message: messageField, part: z.coerce.number().int().min(0).max(999) }),
  can: messageReaders,
  async run(context: MailContext, { message, part }) {
    const bytes = await storedBytes(context, message);
    const opened = await openAttachment(messageBytes(context.blobs, bytes), part);
    return opened ?? mailboxProblems.raise('no-such-attachment');
  },
});

/** The whole message as a reader's mail program would get it. */
export const openSource = action({
  name: 'mailbox.open-source',
  quiet: true,
  input: z.object({ message: messageField }),
  can: messageReaders,
  async run(context: MailContext, { message }) {
    return { content: messageBytes(context.blobs, await storedBytes(context, message)) };
  },
});

async function storedBytes(
  { bulk }: MailContext,
  id: string,
): Promise<StoredBytes & { text: string; attachments: AttachmentInfo[] }> {
  const select = ['blob', 'prefix', 'dropped', 'text', 'attachments'];
  const [row] = await bulk.find('messages', { id }, { limit: 1, select });
  if (!row) return mailboxProblems.raise('no-such-message');
  return {
    blob: String(row['blob']),
    prefix: String(row['prefix']),
    dropped: (row['dropped'] ?? []) as [number, number][],
    text: String(row['text'] ?? ''),
    attachments: (row['attachments'] ?? []) as AttachmentInfo[],
  };
}

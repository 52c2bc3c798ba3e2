import type { Row } from '@kontor/data';
import type { MailContext } from '#context.ts';
import { messageBytes } from '#message-bytes.ts';
import { takeAttachments } from '#mime/open-part.ts';
import { mailboxProblems } from '#problems.ts';
import type { AttachmentInfo } from '#types.ts';
import { attachmentsOf, loadDraft, mostAttached, mostFiles } from './draft.ts';

type Parts = Pick<MailContext, 'bulk' | 'blobs' | 'clock'>;

/** Attachments of a forwarded message as a draft's own; throws mailbox.attachments-too-large. */
export async function carriedUploads(
  context: Parts,
  message: string | null,
  parts: readonly number[],
  draft: string,
): Promise<Row[]> {
  if (!message || parts.length === 0) return [];
  const [row] = await context.bulk.find('messages', { id: message }, { limit: 1 });
  if (!row) return mailboxProblems.raise('no-such-message');
  const there = (row['attachments'] ?? []) as AttachmentInfo[];
  const wanted = there.filter(({ part }) => parts.includes(part));
  if (wanted.reduce((sum, { size }) => sum + size, 0) > mostAttached)
    mailboxProblems.raise('attachments-too-large');
  if (wanted.length > mostFiles) mailboxProblems.raise('too-many-attachments');
  const bytes = {
    blob: String(row['blob']),
    prefix: String(row['prefix']),
    dropped: (row['dropped'] ?? []) as [number, number][],
  };
  const uploads: Row[] = [];
  const chosen = new Set(wanted.map(({ part }) => part));
  await takeAttachments(messageBytes(context.blobs, bytes), chosen, async ({ part, name, type, content }) => {
    const { hash, size } = await context.blobs.write(content);
    const upload = {
      id: `${draft}:${String(part).padStart(4, '0')}`,
      draft,
      blob: hash,
      filename: name,
      type,
      size,
    };
    uploads.push(uploadRow(upload, context));
  });
  return uploads;
}

/** Another draft's attachments, for the second one of two that wrote over each other. */
export async function copiedUploads(
  context: MailContext,
  from: string,
  author: string,
  draft: string,
): Promise<Row[]> {
  const source = await loadDraft(context, from);
  if (source && source.author !== author) return [];
  const attachments = await attachmentsOf(context, from);
  return source
    ? attachments.map(({ id, ...upload }) => uploadRow({ ...upload, id: `${draft}:${id}`, draft }, context))
    : [];
}

export const uploadRow = (
  upload: { id: string; draft: string; blob: string; filename: string; type: string; size: number },
  { clock }: Pick<MailContext, 'clock'>,
): Row => ({ ...upload, at: clock.now(), removedAt: null });

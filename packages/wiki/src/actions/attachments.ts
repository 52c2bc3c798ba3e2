import { action, newId } from '@kontor/core';
import { cutText } from '@kontor/core/cut-text';
import { changeOp } from '@kontor/data';
import { z } from 'zod';
import type { WikiContext, WikiReader } from '#context.ts';
import { findPage } from '#pages.ts';
import { wikiProblems } from '#problems.ts';
import { onAttachment, onPage } from '#rights.ts';
import { stampOf } from '#write-version.ts';
import { idField } from './fields.ts';

export interface AttachmentView {
  id: string;
  filename: string;
  type: string;
  /** Bytes. */
  size: number;
}

const mostOnPage = 200;
export const largestAttachment = 25_000_000;

/** The last part of what a browser calls it, without what no file system takes. */
const filenameField = z
  .string()
  .max(1000)
  .transform((name) => {
    const last = name.split(/[\\/]/).at(-1) ?? '';
    return cutText(last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim(), -150) || 'file';
  });

export async function attachmentsOf({ bulk }: WikiReader, page: string): Promise<AttachmentView[]> {
  const select = ['filename', 'type', 'size'];
  const rows = await bulk.find('wiki-attachments', { page }, { sort: 'at', select });
  return rows.map((row) => ({
    id: row.id,
    filename: String(row['filename']),
    type: String(row['type']),
    size: Number(row['size']),
  }));
}

/** Hangs a file on a page: whoever reads the page may open it, nobody else. */
export const addAttachment = action({
  name: 'wiki.add-attachment',
  input: z.object({
    page: idField,
    filename: filenameField,
    type: z
      .string()
      .max(100)
      .regex(/^[\w.+-]+\/[\w.+-]+$/)
      .catch('application/octet-stream'),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  about: ({ page }) => page,
  can: onPage('write'),
  async run(context: WikiContext, { page, filename, type, bytes }, caller): Promise<AttachmentView> {
    if (bytes.byteLength > largestAttachment)
      wikiProblems.raise('attachment-too-large', { values: { megabytes: largestAttachment / 1e6 } });
    if ((await findPage(context, page)).trashedAt !== null) wikiProblems.raise('in-trash');
    const count = await context.bulk.count('wiki-attachments', { page });
    if (count >= mostOnPage) wikiProblems.raise('too-many-attachments', { values: { count } });
    const { hash: blob, size } = await context.blobs.write(Buffer.from(bytes));
    const id = newId(context.clock.now());
    const row = { id, page, filename, type, blob, size, ...stampOf(context, caller) };
    await context.bulk.write([
      { op: 'insert', into: 'wiki-attachments', rows: [row] },
      changeOp('wiki.page-changed', page, { what: 'attachments' }, context.clock.now()),
    ]);
    return { id, filename, type, size };
  },
});

/** An attachment: what it is called, and its bytes as a stream once they are wanted. */
export const openAttachment = action({
  name: 'wiki.open-attachment',
  quiet: true,
  input: z.object({ attachment: idField }),
  can: onAttachment('read'),
  async run({ bulk, blobs }: WikiContext, { attachment }) {
    const [row] = await bulk.find('wiki-attachments', { id: attachment }, { limit: 1 });
    if (!row) return wikiProblems.raise('no-such-attachment');
    return {
      filename: String(row['filename']),
      type: String(row['type']),
      size: Number(row['size']),
      open: () => blobs.read(String(row['blob'])),
    };
  },
});

/** Takes a file off its page. */
export const removeAttachment = action({
  name: 'wiki.remove-attachment',
  input: z.object({ attachment: idField }),
  about: ({ attachment }) => attachment,
  can: onAttachment('write'),
  async run({ bulk, clock }: WikiContext, { attachment }): Promise<void> {
    const [row] = await bulk.find('wiki-attachments', { id: attachment }, { limit: 1, select: ['page'] });
    if (!row) return wikiProblems.raise('no-such-attachment');
    await bulk.write([
      { op: 'delete', in: 'wiki-attachments', where: { id: attachment } },
      changeOp('wiki.page-changed', String(row['page']), { what: 'attachments' }, clock.now()),
    ]);
  },
});

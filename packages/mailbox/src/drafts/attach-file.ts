import { action, newId } from '@kontor/core';
import { z } from 'zod';
import type { MailContext } from '#context.ts';
import { safeName } from '#mime/read-message.ts';
import { mailboxProblems } from '#problems.ts';
import { uploadRow } from './carry.ts';
import { attachmentsOf, type DraftAttachment, mostAttached, mostFiles, ownDraft } from './draft.ts';
import { draftField } from './letter-fields.ts';

const isSource = (value: unknown): value is AsyncIterable<Uint8Array> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** Takes a file in while it arrives; throws mailbox.attachments-too-large as soon as it is too much. */
export const attachFile = action({
  name: 'mailbox.attach-file',
  quiet: true,
  input: z.object({
    draft: draftField,
    filename: z.string().max(1000),
    type: z.string().max(200).default(''),
    content: z.custom<AsyncIterable<Uint8Array>>(isSource, 'Not a file.'),
  }),
  can: (caller) => caller.person !== null,
  async run(context: MailContext, { draft, filename, type, content }, caller) {
    await ownDraft(context, draft, caller.person?.id);
    const before = await attachmentsOf(context, draft);
    if (before.length >= mostFiles) mailboxProblems.raise('too-many-attachments');
    const { hash, size } = await context.blobs.write(atMost(content, mostAttached - sumOf(before)));
    const id = newId(context.clock.now());
    const shown = { filename: safeName(filename, before.length), type: typeOf(type), size };
    await context.bulk.write([
      { op: 'insert', into: 'uploads', rows: [uploadRow({ ...shown, id, draft, blob: hash }, context)] },
    ]);
    // Two that came at the same time may have fitted one by one.
    if (sumOf(await attachmentsOf(context, draft)) > mostAttached) {
      await remove(context, draft, id);
      mailboxProblems.raise('attachments-too-large');
    }
    return { id, ...shown };
  },
});

const sumOf = (attachments: readonly Pick<DraftAttachment, 'size'>[]): number =>
  attachments.reduce((sum, { size }) => sum + size, 0);

const typeOf = (type: string): string =>
  /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(type) ? type.toLowerCase() : 'application/octet-stream';

async function* atMost(source: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.byteLength;
    if (size > most) mailboxProblems.raise('attachments-too-large');
    yield chunk;
  }
}

const remove = ({ bulk, clock }: MailContext, draft: string, id: string) =>
  bulk.write([
    { op: 'update', in: 'uploads', where: { id, draft, removedAt: null }, set: { removedAt: clock.now() } },
  ]);

/** Takes a file off a draft again. */
export const detachFile = action({
  name: 'mailbox.detach-file',
  quiet: true,
  input: z.object({ draft: draftField, attachment: z.string().min(1).max(80) }),
  can: (caller) => caller.person !== null,
  async run(context: MailContext, { draft, attachment }, caller) {
    await ownDraft(context, draft, caller.person?.id);
    await remove(context, draft, attachment);
    return {};
  },
});

import { createHash } from 'node:crypto';
import { action } from '@kontor/core';
import { changeOp, type Op, type Row } from '@kontor/data';
import { z } from 'zod';
import { folderReaders, type Place, placeOf } from '#access.ts';
import type { MailContext } from '#context.ts';
import { findFolder, folderId } from '#mailboxes.ts';
import { mailboxProblems } from '#problems.ts';
import { carryMarks, placedOf } from '#seen.ts';
import { conversationFields } from './read-conversation.ts';

const roles = ['inbox', 'archive', 'sent', 'drafts', 'junk', 'trash'] as const;
const target = z.union([z.object({ folder: z.string().max(80) }), z.object({ role: z.enum(roles) })]);

/** Moves a conversation to another folder of its mailbox. Answers where it is now, to undo it. */
export const moveConversation = action({
  name: 'mailbox.move-conversation',
  quiet: true,
  input: z.object({ ...conversationFields, to: target }),
  can: folderReaders,
  async run(context: MailContext, { folder, thread, to }, caller) {
    const place = await placeOf(context, folder, caller);
    const wanted = 'folder' in to ? to.folder : folderId(place.mailbox.id, to.role);
    const found = await findFolder(context, wanted);
    if (!found || found.mailbox !== place.mailbox.id) return mailboxProblems.raise('no-such-folder');
    await move(context, place, thread, found.id);
    return { undo: { folder: found.id, thread, to: { folder } } };
  },
});

/** To the trash; from there for good. */
export const deleteConversation = action({
  name: 'mailbox.delete-conversation',
  input: z.object(conversationFields),
  can: folderReaders,
  async run(context: MailContext, { folder, thread }, caller) {
    const place = await placeOf(context, folder, caller);
    if (place.folder.role !== 'trash') {
      const trash = folderId(place.mailbox.id, 'trash');
      await move(context, place, thread, trash);
      return { undo: { folder: trash, thread, to: { folder } } };
    }
    const rows = await placementsOf(context, folder, thread);
    const gone = placedOf(rows).map((from) => ({ from, to: null }));
    const marks = await carryMarks(context, gone);
    await context.bulk.write([expunge(folder, rows), ...marks, ...changes(context, place, thread, [folder])]);
    await carryLateMarks(context, gone);
    return { undo: null };
  },
});

async function placementsOf({ bulk }: MailContext, folder: string, thread: string): Promise<Row[]> {
  const rows = await bulk.find('placements', { folder, thread, expunged: false }, { sort: 'uid' });
  return rows.length > 0 ? rows : mailboxProblems.raise('no-such-conversation');
}

/** New places first, then the old ones go: cut in between, a message is in two folders, never in none. */
async function move(context: MailContext, place: Place, thread: string, to: string): Promise<void> {
  const from = place.folder.id;
  if (from === to) return;
  const rows = await placementsOf(context, from, thread);
  const copies = rows.map(({ folder: _folder, uid: _uid, modseq: _modseq, ...row }) => ({
    ...row,
    id: movedId(row.id),
    expunged: false,
  }));
  const moved = placedOf(rows).map((one) => ({ from: one, to: { folder: to, placement: movedId(one.id) } }));
  const marks = await carryMarks(context, moved);
  await context.bulk.write([
    { op: 'append', into: 'placements', scope: { folder: to }, numbers: ['uid', 'modseq'], rows: copies },
    expunge(from, rows),
    ...marks,
    ...changes(context, place, thread, [from, to]),
  ]);
  await carryLateMarks(context, moved);
}

/** A placement is left once: of two who move it at the same time, one gives it its next. */
const movedId = (placement: string): string =>
  createHash('sha256').update(`moved ${placement}`).digest('hex').slice(0, 32);

/** Marks that somebody set between our look and our move. */
async function carryLateMarks(context: MailContext, moved: Parameters<typeof carryMarks>[1]): Promise<void> {
  const late = await carryMarks(context, moved);
  if (late.length > 0) await context.bulk.write(late);
}

const expunge = (folder: string, rows: Row[]): Op => ({
  op: 'touch',
  in: 'placements',
  scope: { folder },
  where: { id: { in: rows.map(({ id }) => id) } },
  number: 'modseq',
  set: { expunged: true },
});

const changes = ({ clock }: MailContext, { mailbox }: Place, thread: string, folders: string[]): Op[] =>
  folders.map((folder) =>
    changeOp('mail.changed', thread, { mailbox: mailbox.id, folder, thread }, clock.now()),
  );

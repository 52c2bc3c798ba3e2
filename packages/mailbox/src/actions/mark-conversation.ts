import { action } from '@kontor/core';
import { changeOp, type Op } from '@kontor/data';
import { z } from 'zod';
import { folderReaders, placeOf } from '#access.ts';
import type { MailContext } from '#context.ts';
import { mailboxProblems } from '#problems.ts';
import { followMoves, placedOf, seenOps } from '#seen.ts';
import { conversationFields } from './read-conversation.ts';

/** Read or unread, starred or not. A star goes on the newest message and comes off all of them. */
export const markConversation = action({
  name: 'mailbox.mark-conversation',
  quiet: true,
  input: z.object({ ...conversationFields, seen: z.boolean().optional(), flagged: z.boolean().optional() }),
  can: folderReaders,
  async run(context: MailContext, { folder, thread, seen, flagged }, caller) {
    const place = await placeOf(context, folder, caller);
    const { bulk, clock } = context;
    const where = { folder, thread, expunged: false };
    const rows = await bulk.find('placements', where, { sort: '-date', select: ['message'] });
    if (rows.length === 0) mailboxProblems.raise('no-such-conversation');
    const placed = placedOf(rows);
    const { mailbox, person } = place;
    const ops: Op[] = [];
    if (seen !== undefined) ops.push(...seenOps({ folder, mailbox, person }, placed, seen));
    if (flagged !== undefined) {
      const those = flagged ? placed.slice(0, 1) : placed;
      const matching = { id: { in: those.map(({ id }) => id) }, expunged: false, flagged: !flagged };
      ops.push({
        op: 'touch',
        in: 'placements',
        scope: { folder },
        where: matching,
        number: 'modseq',
        set: { flagged },
      });
    }
    const change = { mailbox: mailbox.id, folder, thread };
    await bulk.write([...ops, changeOp('mail.changed', thread, change, clock.now())]);
    if (seen === true && mailbox.kind === 'shared') await followMoves(context, person, placed);
  },
});

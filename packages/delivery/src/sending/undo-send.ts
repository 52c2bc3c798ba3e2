import { action } from '@kontor/core';
import { changeOp, type Op } from '@kontor/data';
import { restoreDraftOps } from '@kontor/mailbox';
import { z } from 'zod';
import type { SendingContext } from './context.ts';
import { type Dispatch, findDispatch } from './dispatch.ts';
import { sendingProblems } from './problems.ts';

/** Takes a message back that has not been opened for sending yet; its draft is there again, one version higher. */
export const undoSend = action({
  name: 'mail.undo',
  input: z.object({ message: z.string().min(1).max(160) }),
  about: ({ message }) => message,
  /** Who sent it. */
  async can(caller, { message }: { message: string }, context: SendingContext) {
    const dispatch = await findDispatch(context, { message });
    return caller.person !== null && dispatch?.person === caller.person.id;
  },
  async run(context: SendingContext, { message }): Promise<{ draft: string }> {
    const dispatch = await findDispatch(context, { message });
    if (!dispatch) return sendingProblems.raise('no-such-message');
    const { id, draftId, state } = dispatch;
    if (state === 'back') return { draft: draftId };
    // One row decides for all its recipients: either nobody gets it, or it cannot be taken back.
    const [taken] = await context.bulk.write([
      { op: 'update', in: 'dispatches', where: { id, state: 'waiting' }, set: { state: 'undone' } },
    ]);
    const isUndone = (taken?.count ?? 0) > 0 || state === 'undone';
    if (!isUndone) return sendingProblems.raise('too-late');
    await finishUndo(context, dispatch);
    return { draft: draftId };
  },
});

/** What follows from an undone dispatch. May be repeated, also by another process when the first one died. */
export async function finishUndo(
  context: Pick<SendingContext, 'bulk' | 'clock'>,
  { id, message, draft }: Dispatch,
): Promise<void> {
  const { bulk, clock } = context;
  const now = clock.now();
  const places = await bulk.find('placements', { message, expunged: false });
  const ops: Op[] = places.flatMap(({ id: placement, folder, mailbox, thread }): Op[] => [
    {
      ...{ op: 'touch', in: 'placements', scope: { folder: String(folder) }, number: 'modseq' },
      ...{ where: { id: placement, expunged: false }, set: { expunged: true } },
    },
    changeOp('mail.changed', String(thread), { mailbox, folder, thread }, now),
  ]);
  await bulk.write([
    // It comes back a version higher: sent again, it is another message.
    ...(draft ? restoreDraftOps(draft, now) : []),
    ...ops,
    { op: 'delete', in: 'marks', where: { message } },
    { op: 'update', in: 'dispatches', where: { id }, set: { state: 'back', draft: null } },
  ]);
}

import { actionProblems, type Caller } from '@kontor/core';
import { deleteConversation, type MailContext, markConversation, moveConversation } from '@kontor/mailbox';
import { z } from 'zod';
import { type Change, deeds, type Undo } from '../mail-screen-data.ts';

const changeSchema = z.object({
  deed: z.enum(deeds),
  folder: z.string().min(1).max(80),
  thread: z.string().min(1).max(80),
  to: z.string().min(1).max(80).optional(),
});

/** What was asked, from the screen's script or from a plain form. Throws "invalid input" for anything else. */
export async function readChange(request: Request): Promise<Change> {
  const body: unknown = await (isForm(request)
    ? request.formData().then(Object.fromEntries)
    : request.json()
  ).catch(() => null);
  const parsed = changeSchema.safeParse(body);
  if (!parsed.success) throw actionProblems.make('invalid-input');
  const { to, ...change } = parsed.data;
  return to === undefined ? change : { ...change, to };
}

export const isForm = (request: Request): boolean =>
  /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(
    request.headers.get('content-type') ?? '',
  );

/** Does it by the mailbox's actions; says how it can be undone. */
export async function changeMail(
  context: MailContext,
  { deed, folder, thread, to }: Change,
  caller: Caller,
): Promise<{ undo: Undo | null }> {
  const which = { folder, thread };
  const mark = async (state: { seen: boolean } | { flagged: boolean }) => {
    await markConversation.perform(context, { ...which, ...state }, caller);
    return { undo: null };
  };
  const move = (target: { folder: string } | { role: 'archive' | 'inbox' }) =>
    moveConversation.perform(context, { ...which, to: target }, caller);
  switch (deed) {
    case 'archive':
    case 'inbox':
      return move({ role: deed });
    case 'move':
      return move({ folder: to ?? '' });
    case 'delete':
      return deleteConversation.perform(context, which, caller);
    case 'read':
    case 'unread':
      return mark({ seen: deed === 'read' });
    case 'star':
    case 'unstar':
      return mark({ flagged: deed === 'star' });
  }
}

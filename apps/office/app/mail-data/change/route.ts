import { answer } from '#answer.ts';
import { changeMail, isForm, readChange } from '#mail/server/change-mail.ts';
import { afterForm } from '#mail/server/plain-undo.ts';

export const dynamic = 'force-dynamic';

/** A deed done to a conversation, asked for by the screen's script or by a plain form. */
export const POST = (request: Request) =>
  answer(request, async (office, caller) => {
    const change = await readChange(request);
    const result = await changeMail(office, change, caller);
    if (!isForm(request)) return result;
    return new Response(null, {
      status: 303,
      headers: { location: afterForm(request, change, result.undo) },
    });
  });

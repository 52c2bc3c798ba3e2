import { answer } from '#answer.ts';
import { changeMail, isForm, readChange } from '#mail/server/change-mail.ts';
import { ownPath } from '#sign-in/own-path.ts';

export const dynamic = 'force-dynamic';

/** A deed done to a conversation, asked for by the screen's script or by a plain form. */
export const POST = (request: Request) =>
  answer(request, async (office, caller) => {
    const change = await readChange(request);
    const result = await changeMail(office, change, caller);
    if (!isForm(request)) return result;
    // Back to the list the form stood in: the conversation may have left its folder.
    const from = new URL(request.headers.get('referer') ?? '/mail', request.url);
    const [, , mailbox = '', folder = ''] = from.pathname.split('/');
    const list = ownPath(`/mail/${mailbox}/${folder}`.replace(/\/+$/, ''));
    return new Response(null, { status: 303, headers: { location: `${list}?done=${change.deed}` } });
  });

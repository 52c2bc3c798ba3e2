import { sendDraft } from '@kontor/delivery';
import { answer } from '#answer.ts';
import { isForm } from '#mail/server/change-mail.ts';
import { sendPlainForm } from '#mail/server/plain-letter.ts';
import { readJson } from '#mail/server/read-json.ts';

export const dynamic = 'force-dynamic';

/** Sends a draft that the screen has saved, or what a plain form holds. */
export const POST = (request: Request) =>
  answer(request, async (office, caller) => {
    if (isForm(request))
      return sendPlainForm(office, await request.formData().catch(() => new FormData()), caller);
    const { message, undoUntil } = await sendDraft.perform(office, await readJson(request), caller);
    // The browser's clock may be another: it is told for how long, not until when.
    return { message, undoMs: Math.max(0, Date.parse(undoUntil) - office.clock.now()) };
  });

import { answer } from '#answer.ts';
import { languageHere } from '#language.ts';
import { frameAnswer } from '#mail/server/frame-answer.ts';

export const dynamic = 'force-dynamic';

/** A message's HTML for its frame; ?pictures=shown lets in those that lie elsewhere. */
export const GET = (request: Request, { params }: { params: Promise<{ message: string }> }) =>
  answer(request, async (office, caller) => {
    const { message } = await params;
    const showRemote = new URL(request.url).searchParams.get('pictures') === 'shown';
    return frameAnswer(office, { message, showRemote, language: await languageHere() }, caller);
  });

import { answer } from '#answer.ts';
import { partAnswer } from '#mail/server/part-answer.ts';

export const dynamic = 'force-dynamic';

/** An attachment: to save, or with ?show=picture to draw. */
export const GET = (request: Request, { params }: { params: Promise<{ message: string; part: string }> }) =>
  answer(request, async (office, caller) => {
    const { message, part } = await params;
    const asPicture = new URL(request.url).searchParams.get('show') === 'picture';
    return partAnswer(office, { message, part, asPicture }, caller);
  });

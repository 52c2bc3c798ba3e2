import { answer } from '#answer.ts';
import { fileAnswer } from '#wiki/server/file-answer.ts';

export const dynamic = 'force-dynamic';

/** An attachment: to save, or with ?show=picture to draw. */
export const GET = (request: Request, { params }: { params: Promise<{ attachment: string }> }) =>
  answer(request, async (office, caller) => {
    const { attachment } = await params;
    const asPicture = new URL(request.url).searchParams.get('show') === 'picture';
    const known = request.headers.get('if-none-match');
    return fileAnswer(office, { attachment, asPicture, known }, caller);
  });

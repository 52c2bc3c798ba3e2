import { answer } from '#answer.ts';
import { sourceAnswer } from '#mail/server/part-answer.ts';

export const dynamic = 'force-dynamic';

/** The whole message, to save. */
export const GET = (request: Request, { params }: { params: Promise<{ message: string }> }) =>
  answer(request, async (office, caller) => sourceAnswer(office, (await params).message, caller));

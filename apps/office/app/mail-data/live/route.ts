import { answer } from '#answer.ts';
import { liveAnswer } from '#mail/server/live-answer.ts';
import { callerFrom } from '#session.ts';

export const dynamic = 'force-dynamic';

/** What changes in this person's mail, as it happens: ?after=SEQUENCE, or where a broken stream left off. */
export const GET = (request: Request) =>
  answer(request, async (office) => {
    const asked = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after');
    const newest = await office.changes.latest();
    const after = Math.min(newest, Math.max(0, Math.trunc(Number(asked ?? newest)) || 0));
    return liveAnswer(office, { after, callerNow: () => callerFrom(request), signal: request.signal });
  });

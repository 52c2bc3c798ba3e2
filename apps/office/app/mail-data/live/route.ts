import { answer } from '#answer.ts';
import { liveAnswer } from '#mail/server/live-answer.ts';
import { takeLivePlace } from '#mail/server/live-places.ts';
import { callerFrom } from '#session.ts';

export const dynamic = 'force-dynamic';

const mostReplayed = 500;

/** What changes in this person's mail, as it happens: ?after=SEQUENCE, or where a broken stream left off. */
export const GET = (request: Request) =>
  answer(request, async (office, { person }) => {
    const asked = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after');
    const newest = await office.changes.latest();
    // A screen that was away for longer asks for everything anew when the stream opens.
    const oldest = Math.max(0, newest - mostReplayed);
    const after = Math.min(newest, Math.max(oldest, Math.trunc(Number(asked ?? newest)) || 0));
    // Nothing that can fail stands between taking a place and the stream that gives it back. Who gets none asks now and then.
    const leave = takeLivePlace(person?.id ?? '');
    if (!leave) return new Response(null, { status: 429, headers: { 'retry-after': '60' } });
    const callerNow = () => callerFrom(request);
    return liveAnswer(office, { after, person: person?.id ?? '', callerNow, signal: request.signal, leave });
  });

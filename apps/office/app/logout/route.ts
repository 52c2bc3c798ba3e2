import { blankCookieLine, readCookie } from '@kontor/auth';
import { signOut } from '@kontor/people';
import { callerAddress } from '#caller-address.ts';
import { getOffice } from '#office.ts';
import { callerOf } from '#session.ts';

export const dynamic = 'force-dynamic';

/** Ends the session; proxy.ts has seen to it that the office's own page asks. */
export async function POST(request: Request): Promise<Response> {
  const token = readCookie(request.headers.get('cookie'));
  if (token)
    await signOut.perform(
      await getOffice(),
      { token: token.slice(0, 200) },
      callerOf(null, callerAddress(request.headers)),
    );
  return new Response(null, {
    status: 303,
    headers: {
      location: '/login?signed-out',
      'set-cookie': blankCookieLine(),
      'cache-control': 'no-store',
      // What the browser kept of this person's pages goes with them.
      'clear-site-data': '"cache"',
    },
  });
}

import { openedCalls } from '../calls.ts';

export const dynamic = 'force-dynamic';

/** Everything published, for the site; 304 when it has it already. */
export async function GET(request: Request): Promise<Response> {
  return (await openedCalls()).content(request);
}

import { openedCalls } from '../calls.ts';

export const dynamic = 'force-dynamic';

/** A visitor's question, handed in by the site. */
export async function POST(request: Request): Promise<Response> {
  return (await openedCalls()).inquiry(request);
}

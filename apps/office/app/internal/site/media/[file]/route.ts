import { openedCalls } from '../../calls.ts';

export const dynamic = 'force-dynamic';

/** The bytes of a picture, for the site's own disk. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  return (await openedCalls()).media(request, file);
}

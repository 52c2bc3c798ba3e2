import { addAttachment } from '@kontor/wiki';
import { answer } from '#answer.ts';
import { readBytes } from '#wiki/server/read-body.ts';

export const dynamic = 'force-dynamic';

/** Attaches the body to a page: ?name=… is what it is called. */
export const POST = (request: Request, { params }: { params: Promise<{ page: string }> }) =>
  answer(request, async (office, caller) => {
    const { page } = await params;
    const filename = new URL(request.url).searchParams.get('name') ?? '';
    const type = request.headers.get('content-type') ?? '';
    return addAttachment.perform(office, { page, filename, type, bytes: await readBytes(request) }, caller);
  });

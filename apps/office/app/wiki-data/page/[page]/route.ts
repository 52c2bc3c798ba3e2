import { savePage } from '@kontor/wiki';
import { answer } from '#answer.ts';
import { readJson } from '#wiki/server/read-body.ts';

export const dynamic = 'force-dynamic';

/** Saves a page: { base, title, document, aside? }. Answers which version it became, or where it is kept. */
export const PUT = (request: Request, { params }: { params: Promise<{ page: string }> }) =>
  answer(request, async (office, caller) => {
    const { page } = await params;
    return savePage.perform(office, { ...(await readJson(request)), page } as never, caller);
  });

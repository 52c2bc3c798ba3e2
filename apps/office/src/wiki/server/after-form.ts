import { Problem } from '@kontor/core';
import { isForm } from './change-wiki.ts';

/** A plain form leads on to a page, also when it ended in a problem: back to where it stood, which says so. */
export async function afterForm(
  request: Request,
  change: () => Promise<{ goto: string }>,
): Promise<Response | object> {
  if (!isForm(request)) return change();
  try {
    return seeOther((await change()).goto);
  } catch (error) {
    const before = pathBefore(request);
    if (!(error instanceof Problem) || !before) throw error;
    return seeOther(`${before}?problem=${encodeURIComponent(error.code)}`);
  }
}

const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { location } });

function pathBefore(request: Request): string | null {
  const before = URL.parse(request.headers.get('referer') ?? '');
  if (!before || before.host !== request.headers.get('host')) return null;
  return before.pathname.startsWith('/wiki') ? before.pathname : null;
}

import { exportMarkdown } from '@kontor/wiki';
import { answer } from '#answer.ts';
import { contentDisposition } from '#mail/attachment-kinds.ts';
import { barePolicy } from '#proxy/content-policy.ts';
import { pageAddressOf } from '#wiki/server/page-address-of.ts';

export const dynamic = 'force-dynamic';

/**
 * A page as a Markdown file. What Markdown cannot hold is named in a header; whoever asks with ?first=losses is led to
 * the page first, which names it in their words.
 */
export const GET = (request: Request, { params }: { params: Promise<{ page: string }> }) =>
  answer(request, async (office, caller) => {
    const { page } = await params;
    const { filename, markdown, losses } = await exportMarkdown.perform(office, { page }, caller);
    if (losses.length > 0 && new URL(request.url).searchParams.get('first') === 'losses') {
      const location = `${await pageAddressOf(office, page, caller)}?losses=1`;
      return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
    }
    return new Response(markdown, {
      headers: {
        'content-type': 'text/markdown; charset=utf-8',
        'content-disposition': contentDisposition('attachment', filename),
        'content-security-policy': barePolicy,
        'cache-control': 'private, no-store',
        'kontor-lost': losses.join(' ') || 'nothing',
      },
    });
  });

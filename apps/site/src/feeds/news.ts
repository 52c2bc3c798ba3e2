import type { Snapshot } from '@kontor/website/snapshot';
import { pathOf } from '#view.ts';
import { xmlText } from './xml.ts';

/** The news of one language as RSS 2.0; null where there is none. */
export function newsFeed(snapshot: Snapshot, locale: string, siteUrl: string): string | null {
  const content = snapshot.content[locale];
  if (!content || content.posts.length === 0) return null;
  const self = `${siteUrl}${pathOf(snapshot, locale, 'news.xml')}`;
  const items = content.posts.map(({ slug, title, summary, date }) => {
    const link = xmlText(`${siteUrl}${pathOf(snapshot, locale, `news/${slug}`)}`);
    return `<item><title>${xmlText(title)}</title><link>${link}</link><guid>${link}</guid><pubDate>${new Date(date).toUTCString()}</pubDate><description>${xmlText(summary)}</description></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${xmlText(content.firm.name)}</title>
<link>${xmlText(`${siteUrl}${pathOf(snapshot, locale, '')}`)}</link>
<description>${xmlText(content.note || content.firm.name)}</description>
<language>${locale}</language>
<atom:link href="${xmlText(self)}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel></rss>
`;
}

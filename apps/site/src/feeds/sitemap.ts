import type { Snapshot } from '@kontor/website/snapshot';
import { bodyAt, pathOf, restsOf } from '#view.ts';
import { xmlText } from './xml.ts';

/** Every address of the site with its other languages (sitemaps.org 0.9, xhtml:link for hreflang). */
export function sitemap(snapshot: Snapshot, siteUrl: string): string {
  const rests = new Set(Object.values(snapshot.content).flatMap(restsOf));
  const entries = [...rests].flatMap((rest) => {
    const there = snapshot.locales.filter((locale) => {
      const content = snapshot.content[locale];
      return content && bodyAt(content, rest);
    });
    const address = (locale: string) => xmlText(`${siteUrl}${pathOf(snapshot, locale, rest)}`);
    const links = there.map(
      (locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address(locale)}"/>`,
    );
    return there.map((locale) => {
      const changed = changedAt(snapshot, locale, rest);
      const lastmod = changed ? `<lastmod>${changed}</lastmod>` : '';
      return `<url><loc>${address(locale)}</loc>${lastmod}${there.length > 1 ? links.join('') : ''}</url>`;
    });
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
}

function changedAt(snapshot: Snapshot, locale: string, rest: string): string {
  const content = snapshot.content[locale];
  const body = content ? bodyAt(content, rest) : null;
  if (body?.kind === 'page') return body.page.updatedAt;
  if (body?.kind === 'post') return body.post.updatedAt;
  return body?.kind === 'service' ? body.service.updatedAt : '';
}

export const robots = (siteUrl: string): string =>
  `User-agent: *\nAllow: /\nDisallow: /internal/\n\nSitemap: ${siteUrl}/sitemap.xml\n`;

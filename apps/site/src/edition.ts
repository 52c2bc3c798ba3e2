import type { Snapshot } from '@kontor/website/snapshot';
import { favicon } from './feeds/favicon.ts';
import { newsFeed } from './feeds/news.ts';
import { robots, sitemap } from './feeds/sitemap.ts';
import { type Prepared, prepare } from './http/answer.ts';
import { type Stylesheet, stylesheetOf } from './theme/stylesheet.ts';
import { pathOf, placeOf, resolveView, type View, viewOf } from './view.ts';

export type Render = (view: View) => Promise<string>;

/** One snapshot with everything made from it; a new snapshot is a new edition, so nothing stale can stay. */
export interface Edition {
  snapshot: Snapshot;
  style: Stylesheet;
  /** What stands at a path: a page, a feed, the style sheet. Pages with a form still hold the token's placeholder. */
  at(pathname: string): Promise<Ready>;
  view(pathname: string): View;
}

export interface Ready {
  prepared: Prepared;
  hasForm: boolean;
}

interface Options {
  siteUrl: string;
  baseCss: string;
  render: Render;
}

/** A reader asks each time whether a page has changed, and mostly hears 304. */
const pageCache = 'no-cache';

export function createEdition(snapshot: Snapshot, { siteUrl, baseCss, render }: Options): Edition {
  const style = stylesheetOf(baseCss, snapshot.firm);
  const around = { siteUrl, styleHref: style.href };
  const isEmpty = snapshot.firm.domain === '';
  const ready = new Map<string, Promise<Ready>>();

  const view = (pathname: string): View =>
    isEmpty
      ? viewOf(snapshot, snapshot.defaultLocale, '', { kind: 'soon' }, around)
      : resolveView(snapshot, pathname, around);

  const plain = async (text: string, type: string, cacheControl = pageCache): Promise<Ready> => ({
    prepared: await prepare(text, { type, cacheControl, effort: 11 }),
    hasForm: false,
  });

  function fileAt(pathname: string): Promise<Ready> | null {
    if (pathname === style.href) {
      return plain(style.css, 'text/css; charset=utf-8', 'public, max-age=31536000, immutable');
    }
    if (pathname === '/robots.txt') return plain(robots(siteUrl), 'text/plain; charset=utf-8');
    if (pathname === '/sitemap.xml')
      return plain(sitemap(snapshot, siteUrl), 'application/xml; charset=utf-8');
    if (pathname === '/favicon.svg') return plain(favicon(snapshot), 'image/svg+xml', 'public, max-age=3600');
    const { locale, rest } = placeOf(snapshot, pathname);
    // Only at its own address: "//news.xml" and its like would each be kept for themselves.
    const isFeed = rest === 'news.xml' && pathname === pathOf(snapshot, locale, rest);
    const feed = isFeed ? newsFeed(snapshot, locale, siteUrl) : null;
    return feed === null ? null : plain(feed, 'application/rss+xml; charset=utf-8');
  }

  async function pageAt(shown: View): Promise<Ready> {
    const html = await render(shown);
    // A page with a form is finished for each reader, so it is not worth the highest effort.
    const wanted = { status: shown.status, type: 'text/html; charset=utf-8', cacheControl: pageCache };
    return { prepared: await prepare(html, wanted), hasForm: shown.hasForm };
  }

  function keep(key: string, make: () => Promise<Ready>): Promise<Ready> {
    const known = ready.get(key);
    if (known) return known;
    const made = make();
    ready.set(key, made);
    made.catch(() => ready.delete(key));
    return made;
  }

  return {
    snapshot,
    style,
    view,
    at(pathname) {
      const known = ready.get(pathname);
      if (known) return known;
      const file = fileAt(pathname);
      if (file) return keep(pathname, () => file);
      const shown = view(pathname);
      if (shown.status === 200) return keep(shown.path, () => pageAt(shown));
      // One page per language for whatever is not there, however many addresses are tried.
      return keep(`${shown.status} ${shown.locale}`, () => pageAt({ ...shown, path: '/404' }));
    },
  };
}

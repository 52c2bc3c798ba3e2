import type { Page } from 'playwright-core';

/** What a page of the site says of itself, read in the browser. */
export interface Facts {
  lang: string;
  dir: string;
  canonical: string;
  alternates: Record<string, string>;
  robots: string;
  graph: Record<string, string>;
  scripts: number;
  /** Links that are one tap away: telephone, question form, address and hours. */
  oneTap: { phone: boolean; ask: boolean; place: boolean };
  /** Pictures that lack something: modern formats, several widths, their size, words. */
  poorPictures: string[];
  /** Pictures far below the window that are fetched at once. */
  eagerBelow: string[];
  sideways: number;
}

export function factsOf(page: Page): Promise<Facts> {
  return page.evaluate(() => {
    const all = <E extends Element>(query: string) => [...document.querySelectorAll<E>(query)];
    const meta = (query: string) => document.querySelector<HTMLMetaElement>(query)?.content ?? '';
    const pictures = all<HTMLImageElement>('img');
    const isPoor = (img: HTMLImageElement) => {
      const sources = [...(img.parentElement?.querySelectorAll('source') ?? [])];
      const size = ['width', 'height'].map((name) => Number(img.getAttribute(name)));
      // A small original is its own only copy.
      const separator = (size[0] ?? 0) > 480 ? 'w, ' : 'w';
      const has = (type: string) =>
        sources.some((each) => each.type === type && each.sizes && each.srcset.includes(separator));
      return !has('image/avif') || !has('image/webp') || size.includes(0) || !img.alt;
    };
    const place = document.querySelector('#place')?.textContent ?? '';
    const { scrollWidth, clientWidth } = document.documentElement;
    return {
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      canonical: document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? '',
      alternates: Object.fromEntries(
        all<HTMLLinkElement>('link[hreflang]').map((each) => [each.hreflang, each.href]),
      ),
      robots: meta('meta[name=robots]'),
      graph: Object.fromEntries(
        all<HTMLMetaElement>('meta[property^="og:"]').map((each) => [
          each.getAttribute('property') ?? '',
          each.content,
        ]),
      ),
      scripts: all('script:not([type="application/ld+json"])').length,
      oneTap: {
        phone: all('header a[href^="tel:"]').length === 1,
        ask:
          all('header a[href$="/contact#ask"], header a[href="/#ask"], header a[href="/ar#ask"]').length ===
          1,
        place: all('header a[href="#place"]').length === 1 && place.includes('BW3 7QT'),
      },
      poorPictures: pictures.filter(isPoor).map(({ src }) => src),
      eagerBelow: pictures
        .filter((img) => img.loading !== 'lazy' && img.getBoundingClientRect().top > 2 * innerHeight)
        .map(({ src }) => src),
      sideways: scrollWidth - clientWidth,
    };
  });
}

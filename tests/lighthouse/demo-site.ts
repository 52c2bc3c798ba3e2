import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, missingForBrowser, openBrowser, watch } from '../journeys/browser.ts';
import type { DemoHouse } from '../load/demo-house.ts';
import { audit, missingForLighthouse } from './audit.ts';
import { factsOf } from './site-facts.ts';

const languages = [
  { language: 'en', prefix: '', dir: 'ltr' },
  { language: 'ar', prefix: '/ar', dir: 'rtl' },
] as const;
const places = [
  '',
  '/services',
  '/services/front-doors',
  '/about',
  '/news',
  '/news/glass-prices',
  '/contact',
  '/privacy',
];
/** What nobody searches for. */
const unlisted = ['/sent', '/nope'];

/** Every page of the demo's site, looked at in both languages. */
export function siteIsWithoutFault(demo: () => DemoHouse): void {
  describe.skipIf(missingForBrowser().length > 0).each(languages)(
    'the demo’s site in $language',
    ({ language, prefix, dir }) => {
      const house = {
        get siteUrl() {
          return demo().siteUrl;
        },
      };
      let browser: Browser;
      let page: Page;
      let complaints: string[];
      const at = (place: string) => `${house.siteUrl}${prefix}${place}` || house.siteUrl;
      beforeAll(async () => {
        browser = await openBrowser();
        const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
        page = await context.newPage();
        ({ complaints } = watch(page, [house.siteUrl]));
      });
      afterAll(() => browser?.close());

      /** axe on the page as it is; by night only the colours are others. */
      const faults = async () => {
        await page.emulateMedia({ colorScheme: 'light' });
        const byDay = await faultsOf(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        return [...byDay, ...(await faultsOf(page, ['color-contrast']))];
      };

      test.each([...places, ...unlisted])('%s/ is without a fault, by day and by night', async (place) => {
        await page.goto(at(place));
        expect(await faults()).toEqual([]);
      });

      test.each(places)(
        '%s/ says where it belongs, has its pictures ready, and runs nothing',
        async (place) => {
          complaints.length = 0;
          await page.goto(at(place));
          const facts = await factsOf(page);
          const address = (of: string) =>
            `${house.siteUrl}${of}${place}`.replace(/\/$/, '') + (of || place ? '' : '/');
          expect(facts).toMatchObject({
            lang: language,
            dir,
            robots: '',
            canonical: address(prefix),
            alternates: { en: address(''), ar: address('/ar'), 'x-default': address('') },
            scripts: 0,
            oneTap: { phone: true, ask: true, place: true },
            poorPictures: [],
            eagerBelow: [],
            sideways: 0,
          });
          expect(facts.graph).toMatchObject({
            'og:url': address(prefix),
            'og:locale': expect.stringMatching(/^(en_GB|ar_AR)$/),
          });
          expect(facts.graph['og:image']).toMatch(new RegExp(`^${house.siteUrl}/media/[\\w.-]+\\.jpg$`));
          expect((await fetch(facts.graph['og:image'] ?? '')).headers.get('content-type')).toBe('image/jpeg');
          expect(complaints).toEqual([]);
        },
      );

      test.each(unlisted)('%s/ is not for search engines, and still says where we are', async (place) => {
        await page.goto(at(place));
        expect(await factsOf(page)).toMatchObject({
          lang: language,
          dir,
          robots: 'noindex',
          canonical: '',
          scripts: 0,
          oneTap: { phone: true, ask: true, place: true },
          sideways: 0,
        });
      });

      test('the form that lacks something is shown again, names it and keeps the rest', async () => {
        await page.goto(at('/contact'));
        await page.locator('#ask-email').fill('nora');
        await page.locator('#ask-text').fill('Do you mend sashes?');
        await page.locator('form button').click();
        expect(await page.locator('[aria-invalid=true]').count()).toBe(2);
        expect(
          await page.locator('[role=alert]').evaluate((summary) => summary === document.activeElement),
        ).toBe(true);
        expect(await page.locator('#ask-text').inputValue()).toBe('Do you mend sashes?');
        expect(await page.locator('form a[href$="/privacy"]').count()).toBe(1);
        expect(await faults()).toEqual([]);
      });
    },
  );

  test.skipIf(missingForLighthouse().length > 0).each(languages)(
    'the demo’s home page in $language, on a telephone: fast, and everything else without a fault',
    async ({ prefix }) => {
      const { scores, lost } = await audit(`${demo().siteUrl}${prefix}/`);
      expect(scores.performance, lost.join('\n')).toBeGreaterThanOrEqual(95);
      expect(scores, lost.join('\n')).toMatchObject({ accessibility: 100, 'best-practices': 100, seo: 100 });
    },
    900_000,
  );
}

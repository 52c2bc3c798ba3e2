import { canStartMeilisearch } from '@kontor/search/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, setUpLink } from '../load/house.ts';
import { faultsOf, isHydrated, missingForBrowser, sidewaysIn, watch } from './browser.ts';
import { admin, chooseLanguage, setUpFirm, signIn } from './office-steps.ts';
import { type OpenHouse, openHouse } from './open-house.ts';
import { plainMail, sendMail } from './send-mail.ts';

const missing = [...missingForBrowser(), ...(canStartMeilisearch() ? [] : ['Meilisearch'])];

describe.skipIf(missing.length > 0)('search in the office', () => {
  let opened: OpenHouse;
  let house: House;
  let browser: Browser;
  let office: string;
  let page: Page;
  let watched: { complaints: string[] };

  beforeAll(async () => {
    opened = await openHouse();
    ({ house, browser, office } = opened);
    page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    page.setDefaultTimeout(45_000);
    watched = watch(page, [office]);
    const link = await setUpLink(house);
    await setUpFirm(page, link);
    const port = Number(house.env['KONTOR_SMTP_PORT']);
    await sendMail(port, { ...plainMail(admin.email), subject: 'A quotation for the winding stair' });
    await sendMail(port, { ...plainMail(admin.email), subject: 'Invoice 4711' });
  });
  afterAll(() => opened?.close());

  const box = () => page.getByRole('dialog', { name: 'Search' });
  const status = () => box().getByRole('status');
  /** Types once the box has the focus, as a person does. */
  async function type(words: string): Promise<void> {
    await page.locator('[role="dialog"] input:focus').waitFor();
    await page.keyboard.type(words);
  }

  /** The box asks once for what is typed, and rightly so: what it shall find has to be in the index by then. */
  const isIndexed = (typed: string) =>
    expect
      .poll(
        async () => {
          const answer = await page.request.get(`${office}/search-data?q=${typed}`);
          return ((await answer.json()) as { groups?: unknown[] }).groups?.length;
        },
        { timeout: 60_000 },
      )
      .toBe(1);

  test('a mail is found by a misspelt word and opened, with the keyboard alone', async () => {
    await isIndexed('quotaton');
    await isIndexed('invoise');
    await page.goto(`${office}/you`);
    await expect
      .poll(async () => {
        if (!(await box().isVisible())) await page.keyboard.press('Control+k');
        return box().isVisible();
      })
      .toBe(true);
    await type('quotaton');
    await expect.poll(() => status().textContent()).toBe('1 result');
    expect(await box().getByRole('option').count()).toBe(1);
    // So much of the word as the typed one is the beginning of, with its mistake.
    expect(await box().locator('mark').first().textContent()).toMatch(/^quotatio/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/mail/${admin.email}/inbox/**`);
    await page.getByRole('heading', { name: 'A quotation for the winding stair' }).first().waitFor();
    expect(await box().count()).toBe(0);
  });

  test('keys that mean something in mail are letters in the box', async () => {
    await page.goto(`${office}/mail`);
    await isHydrated(page, 'a[data-thread]');
    await page.keyboard.press('/');
    await box().waitFor();
    const typed = 'jksue zig?';
    await type(typed);
    expect(await box().locator('input').inputValue()).toBe(typed);
    await expect.poll(() => status().textContent()).toContain('Nothing found');
    await page.keyboard.press('Escape');
    await box().waitFor({ state: 'detached' });
    expect(await page.locator('a[data-thread]').count()).toBe(2);
  });

  test('Enter alone shows all results at an address of their own, which works without script', async () => {
    await page.keyboard.press('/');
    await box().waitFor();
    await type('invoice');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=invoice');
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
    const plain = await context.newPage();
    await signIn(plain, office);
    await plain.goto(`${office}/search?q=invoise`);
    expect(await plain.getByRole('link', { name: /Invoice 4711/ }).count()).toBe(1);
    await plain.getByRole('searchbox').fill('winding');
    await plain.getByRole('button', { name: 'Search' }).click();
    await plain.getByRole('link', { name: /winding stair/ }).click();
    await plain.waitForURL(`**/mail/${admin.email}/inbox/**`);
    await context.close();
  });

  test('markup and a whole page of text in the box are words', async () => {
    for (const typed of ['<img src=x onerror=alert(1)>', '"'.repeat(50), 'plane '.repeat(2000)]) {
      await page.goto(`${office}/search?${new URLSearchParams({ q: typed })}`);
      expect(await page.getByRole('heading', { name: 'Search' }).count()).toBe(1);
      expect(await page.locator('main img').count()).toBe(0);
    }
  });

  test.each([
    ['en', 1440, 'light'],
    ['en', 390, 'dark'],
    ['ar', 1440, 'dark'],
    ['ar', 390, 'light'],
  ] as const)(
    'shuts nobody out and scrolls nowhere sideways: %s, %i px, %s',
    async (language, width, colorScheme) => {
      await chooseLanguage(page, office, language);
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${office}/search?q=invoice`);
      await page.locator('main mark').first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await sidewaysIn(page)).toEqual([]);
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await type('stair');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await faultsOf(page)).toEqual([]);
      expect(await sidewaysIn(page)).toEqual([]);
      await page.keyboard.press('Escape');
    },
  );

  test('the browser had nothing to complain about, and asked nobody else', () => {
    expect(watched.complaints).toEqual([]);
  });
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, setUpLink } from '../load/house.ts';
import { faultsOf, isHydrated, missingForBrowser, sidewaysIn, watch } from './browser.ts';
import { admin, chooseLanguage, setUpFirm, signIn } from './office-steps.ts';
import { type OpenHouse, openHouse } from './open-house.ts';
import { awkwardMail, plainMail, sendMail } from './send-mail.ts';

/** Each screen is looked at wide and light, and as a telephone shows it at night. */
const wide = { width: 1440, height: 900, colorScheme: 'light' as const };
const narrow = { width: 390, height: 844, colorScheme: 'dark' as const };
const looks = [wide, narrow];
type Look = typeof wide | typeof narrow;
const languages = {
  en: { locale: 'en-GB', dir: 'ltr', pages: 'Pages' },
  ar: { locale: 'ar', dir: 'rtl', pages: 'الصفحات' },
  de: { locale: 'de-DE', dir: 'ltr', pages: 'Seiten' },
  ru: { locale: 'ru-RU', dir: 'ltr', pages: 'Страницы' },
};
type Language = keyof typeof languages;

describe.skipIf(missingForBrowser().length > 0)('the screens of the office', () => {
  let opened: OpenHouse;
  let house: House;
  let browser: Browser;
  let office: string;
  let owner: Page;
  const watched: { complaints: string[] }[] = [];

  beforeAll(async () => {
    opened = await openHouse();
    ({ house, browser, office } = opened);
  });
  afterAll(() => opened?.close());

  async function openPage(language: Language): Promise<Page> {
    const context = await browser.newContext({ locale: languages[language].locale });
    const page = await context.newPage();
    page.setDefaultTimeout(45_000);
    watched.push(watch(page, [office]));
    return page;
  }

  /** Loads the address in every look; nothing there may shut someone out or scroll sideways. */
  async function lookAt(page: Page, path: string, language: Language, ready?: string): Promise<void> {
    for (const look of looks) await lookOnce(page, path, look, language, ready);
  }
  async function lookOnce(page: Page, path: string, look: Look, language: Language, ready = 'main') {
    const { width, height, colorScheme } = look;
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${office}${path}`);
    await page.locator(ready).first().waitFor();
    const where = `${path} ${language} ${width} ${colorScheme}`;
    expect(await page.locator('html').getAttribute('dir'), where).toBe(languages[language].dir);
    expect(await faultsOf(page), where).toEqual([]);
    expect(await sidewaysIn(page), where).toEqual([]);
  }

  const all = Object.keys(languages) as Language[];

  test('setting up', async () => {
    const link = await setUpLink(house);
    const path = link.slice(office.length);
    const look = async (language: Language) =>
      lookAt(await openPage(language), path, language, '#field-domain');
    await Promise.all(all.map(look));
    owner = await openPage('en');
    await setUpFirm(owner, link);
  });

  test('signing in, and being turned away', async () => {
    const look = async (language: Language) => {
      const page = await openPage(language);
      await lookAt(page, '/login', language, '#field-password');
      await page.locator('main button[type="submit"]').click();
      const summary = page.locator('main [role="alert"]');
      await summary.waitFor();
      await expect
        .poll(() => summary.evaluate((box) => box === document.activeElement), { timeout: 60_000 })
        .toBe(true);
      expect(await faultsOf(page), language).toEqual([]);
      expect(await sidewaysIn(page), language).toEqual([]);
    };
    await Promise.all(all.map(look));
  });

  test('signing in and out without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
    const page = await context.newPage();
    await signIn(page, office);
    await page.goto(`${office}/mail`);
    expect(await page.getByRole('heading', { name: 'Inbox' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/login**');
    await context.close();
  });

  test('mail, conversations, an empty folder and one’s own page', async () => {
    const port = Number(house.env['KONTOR_SMTP_PORT']);
    await sendMail(port, plainMail(admin.email));
    await sendMail(port, awkwardMail(admin.email));
    const page = owner;
    for (const language of all) {
      await chooseLanguage(page, office, language);
      const inbox = `/mail/${admin.email}/inbox`;
      await lookAt(page, inbox, language, '[data-thread]');
      const paths = await page
        .locator('a[data-thread]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(paths).toHaveLength(2);
      const [awkward = '', plain = ''] = paths;
      const article = '[data-part="reading"] article';
      await lookAt(page, awkward, language, article);
      await lookOnce(page, plain, narrow, language, article);
      await lookOnce(page, `/mail/${admin.email}/drafts?show=starred`, narrow, language);
      await lookAt(page, '/you', language, '#field-language');
      // The admin is Payload's; it speaks the person's language all the same.
      await page.goto(`${office}/admin/collections/pages`);
      const heading = { name: languages[language].pages, exact: true };
      await page.getByRole('heading', heading).first().waitFor();
      expect((await page.locator('html').getAttribute('dir'))?.toLowerCase()).toBe(languages[language].dir);
    }
  });

  test('mail is read and put away with the keyboard alone', async () => {
    const page = owner;
    const reading = page.locator('[data-part="reading"] article');
    const rows = page.locator('a[data-thread]');
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${office}/mail/${admin.email}/inbox`);
    await isHydrated(page, 'a[data-thread]');
    await press('j');
    await expect.poll(() => rows.first().evaluate((row) => row === document.activeElement)).toBe(true);
    await press('Enter');
    await reading.waitFor();
    // Escape closes what is open, one thing after the other.
    await page.locator('[data-menu="move"] summary').focus();
    await press('Enter');
    await page.locator('[data-menu="move"][open]').waitFor();
    await press('Escape');
    await expect.poll(() => page.locator('[data-menu="move"][open]').count()).toBe(0);
    expect(await reading.count()).toBe(1);
    await press('?');
    await page.locator('dialog[open]').waitFor();
    await press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    expect(await reading.count()).toBe(1);
    // After "g" comes a place: this puts no star anywhere.
    await press('g', 's');
    expect(await page.locator('[data-part="list"] [aria-pressed="true"]').count()).toBe(0);
    await press('e');
    await expect.poll(() => rows.count()).toBe(1);
    await press('z');
    await expect.poll(() => rows.count()).toBe(2);
    await press('Escape');
    await expect.poll(() => reading.count()).toBe(0);
    await page.goto(`${office}/mail/${admin.email}/archive`);
    await isHydrated(page, '[data-part="list"] h1');
    await press('g', 'i');
    await page.waitForURL(`**/mail/${admin.email}/inbox`);
  });

  test('no page complained, broke its policy or asked another host', () => {
    expect(watched.length).toBeGreaterThan(4);
    expect(watched.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

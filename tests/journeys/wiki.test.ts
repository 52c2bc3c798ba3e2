import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, setUpLink } from '../load/house.ts';
import { faultsOf, isHydrated, missingForBrowser, sidewaysIn, watch } from './browser.ts';
import { chooseLanguage, setUpFirm, signIn } from './office-steps.ts';
import { type OpenHouse, openHouse } from './open-house.ts';

const wide = { width: 1440, height: 900, colorScheme: 'light' as const };
const narrow = { width: 390, height: 844, colorScheme: 'dark' as const };

describe.skipIf(missingForBrowser().length > 0)('a page of the wiki', () => {
  let opened: OpenHouse;
  let house: House;
  let browser: Browser;
  let office: string;
  let page: Page;
  /** Where the first page is read. */
  let glue: string;
  const watched: { complaints: string[] }[] = [];

  beforeAll(async () => {
    opened = await openHouse();
    ({ house, browser, office } = opened);
    page = await openPage();
    await setUpFirm(page, await setUpLink(house));
  });
  afterAll(() => opened?.close());

  async function openPage(): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: wide });
    const fresh = await context.newPage();
    fresh.setDefaultTimeout(45_000);
    watched.push(watch(fresh, [office]));
    return fresh;
  }
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const text = (on = page): Locator => on.locator('[contenteditable="true"]');
  const titles = () => page.locator('[data-page]').allInnerTexts();
  /** Presses until it is heard: a key before the script has arrived goes nowhere. */
  const until = (step: () => Promise<unknown>, isDone: () => Promise<boolean>) =>
    expect
      .poll(
        async () => {
          if (!(await isDone())) await step();
          return isDone();
        },
        { timeout: 60_000, interval: 300 },
      )
      .toBe(true);

  async function newPage(title: string): Promise<void> {
    await page.getByRole('button', { name: 'New page' }).click();
    await page.waitForURL('**/edit');
    await text().waitFor();
    const name = page.getByLabel('Title');
    await expect.poll(() => name.inputValue()).toBe('Untitled');
    await name.fill(title);
  }

  test('a space is opened, and everyone may write in it', async () => {
    await until(
      () => press('g', 'w'),
      async () => new URL(page.url()).pathname === '/wiki',
    );
    await page.getByLabel('Name', { exact: true }).fill('Workshop');
    await page.getByRole('button', { name: 'Open the space' }).click();
    await page.waitForURL('**/wiki/workshop/settings');
    await page.getByLabel('Everyone in the firm').selectOption('write');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
  });

  test('it is written by keyboard: a heading, a table, a task list', async () => {
    await newPage('Glues');
    await press('Enter');
    await page.keyboard.type('## Hours in clamps');
    await press('Enter');
    await page.keyboard.type('/tabl');
    await page.getByRole('option', { name: 'Table' }).waitFor();
    await press('Enter');
    for (const cell of ['Glue', 'For', 'Hours', 'Hide', 'Repairs', '12']) {
      await page.keyboard.type(cell);
      await press('Tab');
    }
    // Below a table there is always a line to go on writing in.
    await press('Control+End');
    await page.keyboard.type('/task');
    await page.getByRole('option', { name: 'Task list' }).waitFor();
    await press('Enter');
    await page.keyboard.type('warm the pot');
    await press('Enter');
    await page.keyboard.type('wet one face');
    await press('Control+s');
    await page.getByText('Saved as version 2.').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(/\/wiki\/workshop\/glues-[a-z2-9]{10}$/);
    glue = page.url();
    await page.reload();
    const article = page.locator('article');
    expect(await article.getByRole('heading', { name: 'Hours in clamps' }).count()).toBe(1);
    expect(await article.locator('tr').nth(1).innerText()).toMatch(/Hide\s+Repairs\s+12/);
    expect(await article.getByRole('checkbox').count()).toBe(2);
  });

  test('it is changed, the history shows the words, and the version before comes back', async () => {
    await until(
      () => press('e'),
      async () => page.url().endsWith('/edit'),
    );
    await text().locator('h2').click();
    await press('End');
    await page.keyboard.type(' and open');
    await press('Control+s');
    await page.getByText('Saved as version 3.').waitFor();
    await press('Escape');
    await page.waitForURL(glue);
    await page.getByRole('link', { name: /Grace Whitfield/ }).click();
    await page.waitForURL('**/history');
    expect((await page.locator('ins').allInnerTexts()).join('')).toContain('and open');
    await page.getByRole('link', { name: /Version 2/ }).click();
    await page.waitForURL('**to=2');
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.waitForURL(glue);
    expect(await page.getByRole('heading', { name: 'Hours in clamps', exact: true }).count()).toBe(1);
  });

  test('pages move by keyboard, and stay where they were put', async () => {
    await newPage('Sharpening');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(/sharpening-[a-z2-9]{10}$/);
    await expect.poll(titles).toEqual(['Glues', 'Sharpening']);
    await page.locator('[data-page]').nth(1).focus();
    await until(
      () => press('Alt+ArrowUp'),
      async () => (await titles())[0] === 'Sharpening',
    );
    await page.getByText('Sharpening was moved.').waitFor({ state: 'attached' });
    const sharpening = page.locator('[data-page]', { hasText: 'Sharpening' });
    await sharpening.press('Alt+ArrowDown');
    await expect.poll(titles).toEqual(['Glues', 'Sharpening']);
    // Leaving the page takes along what is still to be asked.
    const isAsked = page.waitForResponse(
      (response) => (response.request().postDataJSON() as { parent?: unknown } | null)?.parent != null,
    );
    await sharpening.press('Alt+ArrowRight');
    await expect.poll(() => page.locator('li li [data-page]').allInnerTexts()).toEqual(['Sharpening']);
    await expect.poll(() => page.locator('[data-page]:focus').count()).toBe(1);
    await isAsked;
    await expect
      .poll(
        async () => {
          await page.reload();
          return page.locator('li li [data-page]').allInnerTexts();
        },
        { timeout: 60_000 },
      )
      .toEqual(['Sharpening']);
  });

  test('a page is dragged behind its neighbour, and below another one', async () => {
    await page.evaluate(async () => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ do: 'add-space', name: 'Store' });
      await fetch('/wiki-data/change', { method: 'POST', headers, body });
    });
    for (const title of ['A', 'B', 'C', 'D']) {
      await page.goto(`${office}/wiki/store`);
      await newPage(title);
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.waitForURL(({ pathname }) => !pathname.endsWith('/edit'));
    }
    await page.goto(`${office}/wiki/store`);
    await isHydrated(page, '[data-page]');
    const row = (title: string) => page.locator('[data-page]', { hasText: title });
    const drag = async (title: string, onto: string, part: number) => {
      const height = (await row(onto).boundingBox())?.height ?? 0;
      await row(title).dragTo(row(onto), { targetPosition: { x: 20, y: height * part } });
      await page.getByText(`${title} was moved.`).waitFor({ state: 'attached' });
    };
    // The lower quarter of the sibling above it is where it stands.
    await drag('C', 'B', 0.9);
    expect(await titles()).toEqual(['A', 'B', 'C', 'D']);
    await drag('D', 'A', 0.9);
    expect(await titles()).toEqual(['A', 'D', 'B', 'C']);
    await drag('C', 'B', 0.5);
    await page.reload();
    expect(await titles()).toEqual(['A', 'D', 'B', 'C']);
    expect(await page.locator('li li [data-page]').allInnerTexts()).toEqual(['C']);
  });

  test('of two who write at once both texts are kept and shown', async () => {
    const other = await openPage();
    await signIn(other, office);
    for (const one of [page, other]) {
      await one.goto(`${glue}/edit`);
      await text(one).locator('h2').click();
      await one.keyboard.press('End');
    }
    await page.keyboard.type(' first');
    await other.keyboard.type(' second');
    for (const one of [page, other]) await one.getByRole('button', { name: 'Save', exact: true }).click();
    await other.waitForURL('**kept=1');
    await other.getByRole('heading', { name: 'Hours in clamps first' }).waitFor();
    await other.getByRole('link', { name: 'Compare' }).click();
    await other.waitForURL('**aside=**');
    expect((await other.locator('ins').allInnerTexts()).join('')).toContain('second');
    await other.goto(glue);
    await other.getByRole('link', { name: 'Open in the editor' }).click();
    await text(other).locator('h2', { hasText: 'second' }).waitFor();
    await other.getByRole('button', { name: 'Save', exact: true }).click();
    await other.getByRole('heading', { name: 'Hours in clamps second' }).waitFor();
    expect(await other.getByText('It is kept beside the page').count()).toBe(0);
    await other.context().close();
  });

  test('what was typed and not saved is there after a reload', async () => {
    await page.goto(`${glue}/edit`);
    await text().locator('h2').click();
    await page.keyboard.type('draft ');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText('Your unsaved text is back.').waitFor();
    expect(await text().innerText()).toContain('draft');
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.waitForURL(glue);
  });

  test('a file hangs on it, and the trash gives it back', async () => {
    await page.goto(`${glue}/edit`);
    await text().waitFor();
    const file = { name: 'weights.txt', mimeType: 'text/plain', buffer: Buffer.from('250 g') };
    await page.locator('input[type="file"]').last().setInputFiles(file);
    await text().getByRole('link', { name: 'weights.txt' }).waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(glue);
    const href = await page.locator('section a[download]').getAttribute('href');
    const answer = await page.request.get(`${office}${href}`);
    expect(await answer.text()).toBe('250 g');
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment;/),
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    await page.getByLabel('More', { exact: true }).click();
    await page.getByRole('button', { name: 'Move to trash' }).click();
    await page.waitForURL('**/wiki/workshop');
    await page.getByText('No pages yet.').waitFor();
    await page.getByRole('link', { name: 'Trash', exact: true }).click();
    await page.getByText('with 1 page below it').waitFor();
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.waitForURL(glue);
  });

  test('every screen of it shuts nobody out and scrolls nowhere sideways', async () => {
    const paths = ['/wiki', '/wiki/workshop', glue, `${glue}/edit`, `${glue}/history`];
    paths.push('/wiki/workshop/trash', '/wiki/workshop/settings', '/wiki/nowhere');
    for (const language of ['en', 'ar']) {
      await chooseLanguage(page, office, language);
      for (const path of paths) {
        for (const { colorScheme, ...size } of [wide, narrow]) {
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme });
          await page.goto(path.startsWith('/') ? `${office}${path}` : path);
          await (path.endsWith('/edit') ? text() : page.locator('main')).first().waitFor();
          const where = `${path} ${language} ${size.width}`;
          expect(await faultsOf(page), where).toEqual([]);
          expect(await sidewaysIn(page), where).toEqual([]);
        }
      }
    }
  });

  test('nothing complained, broke its policy or asked another host', () => {
    expect(watched.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

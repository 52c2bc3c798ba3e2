import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, setUpLink } from '../load/house.ts';
import { missingForBrowser } from './browser.ts';
import { setUpFirm, signIn } from './office-steps.ts';
import { type OpenHouse, openHouse } from './open-house.ts';

const line = (text: string) => ({
  type: 'paragraph',
  ...(text ? { content: [{ type: 'text', text }] } : {}),
});

describe.skipIf(missingForBrowser().length > 0)(
  'what goes wrong in the wiki is seen, and loses nothing',
  () => {
    let opened: OpenHouse;
    let house: House;
    let browser: Browser;
    let office: string;
    let page: Page;

    beforeAll(async () => {
      opened = await openHouse();
      ({ house, browser, office } = opened);
      page = await openPage();
      await setUpFirm(page, await setUpLink(house));
      await deed({ do: 'add-space', name: 'Workshop' });
    });
    afterAll(() => opened?.close());

    async function openPage(options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
      const context = await browser.newContext({ locale: 'en-GB', ...options });
      const fresh = await context.newPage();
      fresh.setDefaultTimeout(45_000);
      return fresh;
    }
    /** Asked of the office as its own screens do; answers where one goes from there. */
    const send = (path: string, method: string, body: object) =>
      page.evaluate(
        async ([to, how, text]) => {
          const headers = { 'content-type': 'application/json' };
          return (await fetch(to, { method: how, headers, body: text })).json() as Promise<{ goto: string }>;
        },
        [path, method, JSON.stringify(body)] as const,
      );
    const deed = (body: object) => send('/wiki-data/change', 'POST', body);
    const titles = () => page.locator('[data-page]').allInnerTexts();
    const spaceOf = async () => {
      await page.goto(`${office}/wiki/workshop`);
      return page.locator('input[name="space"]').first().inputValue();
    };

    /** A new page in the space; its address. */
    async function newPage(title: string, lines: object[] = [line(title)], parent?: string): Promise<string> {
      const space = await spaceOf();
      const { goto } = await deed({ do: 'add', space, ...(parent ? { parent } : {}) });
      const id = idIn(goto.replace('/edit', ''));
      const document = { type: 'doc', content: lines };
      await send(`/wiki-data/page/${id}`, 'PUT', { base: 1, title, document });
      return `${office}/wiki/workshop/${title.toLowerCase()}-${id}`;
    }
    const idIn = (address: string) => address.slice(-10);

    test('who saves again before the office has answered is in conflict with nobody', async () => {
      const glue = await newPage('Glue');
      await page.goto(`${glue}/edit`);
      const text = page.locator('[contenteditable="true"]');
      await text.waitFor();
      const held: (() => void)[] = [];
      let isSlow = true;
      await page.route('**/wiki-data/page/*', async (route) => {
        if (isSlow) await new Promise<void>((resolve) => held.push(resolve));
        await route.continue();
      });
      await text.click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(' is warm');
      await page.keyboard.press('Control+s');
      await expect.poll(() => held.length).toBe(1);
      await page.keyboard.type(' and wet');
      await page.keyboard.press('Control+s');
      isSlow = false;
      for (const release of held) release();
      await page.getByText('Saved as version 4.').waitFor();
      await page.unroute('**/wiki-data/page/*');
      await page.goto(glue);
      await page.locator('article').getByText('Glue is warm and wet').waitFor();
      expect(await page.getByText('It is kept beside the page').count()).toBe(0);
    });

    test('a move that the office does not hear of is told, and the tree is as it was', async () => {
      await newPage('Planes');
      await page.goto(`${office}/wiki/workshop`);
      await page.locator('[data-page]', { hasText: 'Planes' }).focus();
      await page.waitForLoadState('networkidle');
      await page.context().setOffline(true);
      await page.keyboard.press('Alt+ArrowUp');
      const alert = page.locator('nav').getByRole('alert');
      await alert.getByText('Planes could not be moved.').waitFor();
      expect(await alert.innerText()).toContain('Check your connection and try again.');
      expect(await alert.boundingBox()).toMatchObject({ height: expect.any(Number) });
      expect(await titles()).toEqual(['Glue', 'Planes']);
      const file = { name: 'saws.md', mimeType: 'text/markdown', buffer: Buffer.from('# Saws') };
      await page.locator('input[type="file"]').setInputFiles(file);
      await page.getByText('saws.md could not be brought in.').waitFor();
      await page.context().setOffline(false);
      await page.locator('[data-page]', { hasText: 'Planes' }).press('Alt+ArrowUp');
      await expect.poll(titles).toEqual(['Planes', 'Glue']);
      await expect.poll(() => alert.getByText('could not be moved').count()).toBe(0);
    });

    test('a page that went to the trash with another names that one, which brings both back', async () => {
      const above = await newPage('Machines');
      const below = await newPage('Lathe', [line('Turning')], idIn(above));
      await deed({ do: 'trash', page: idIn(above) });
      await page.goto(below);
      await page.getByText('This page went to the trash with “Machines” above it.').waitFor();
      await page.getByRole('button', { name: 'Restore “Machines”' }).click();
      await page.waitForURL(above);
      await page.goto(below);
      expect(await page.getByText('to the trash with').count()).toBe(0);
      await page.getByRole('link', { name: 'Edit' }).waitFor();
    });

    test('a form of settings that was drawn before a right was withdrawn does not give it back', async () => {
      const settings = `${office}/wiki/workshop/settings`;
      const everyone = (on: Page) => on.getByLabel('Everyone in the firm');
      const save = async (on: Page) => {
        await on.getByRole('button', { name: 'Save' }).click();
        await on.getByText('Saved.').waitFor();
      };
      await page.goto(settings);
      await everyone(page).selectOption('write');
      await save(page);
      await page.goto(settings);
      const other = await openPage();
      await signIn(other, office);
      await other.goto(settings);
      await everyone(other).selectOption('none');
      await save(other);
      await page.getByLabel('What it is about').fill('Tools and glue');
      await save(page);
      expect(await everyone(page).inputValue()).toBe('none');
      await other.context().close();
    });

    test('what Markdown cannot hold is named before the page is saved as such, without a script too', async () => {
      const whole = await newPage('Whole');
      const spaced = await newPage('Spaced', [line('above'), line(''), line('below')]);
      const bare = await openPage({ javaScriptEnabled: false });
      await bare.context().addCookies(await page.context().cookies());
      for (const on of [page, bare]) {
        const saved = async (press: () => Promise<void>) => {
          const [download] = await Promise.all([on.waitForEvent('download'), press()]);
          return readFileSync((await download.path()) ?? '', 'utf8');
        };
        const ask = async () => {
          await on.getByLabel('More', { exact: true }).click();
          await on.getByRole('link', { name: 'Save as Markdown' }).click();
        };
        await on.goto(whole);
        expect(await saved(ask)).toBe('# Whole\n\nWhole\n');
        await on.goto(spaced);
        await ask();
        await on.waitForURL(`${spaced}?losses=1`);
        const told = on.locator('article').getByRole('alert');
        expect(await told.getByRole('listitem').allInnerTexts()).toEqual([
          'Empty lines between paragraphs: they are left out.',
        ]);
        const anyway = () => told.getByRole('link', { name: 'Save it all the same' }).click();
        expect(await saved(anyway)).toBe('# Spaced\n\nabove\n\nbelow\n');
      }
      const answer = await page.request.get(`${office}/wiki-data/markdown/${idIn(spaced)}`);
      expect(answer.headers()['kontor-lost']).toBe('empty-paragraphs');
      await bare.context().close();
    });
  },
);

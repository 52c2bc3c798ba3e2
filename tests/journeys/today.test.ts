import { loadConfig } from '@kontor/config';
import { receiveInquiry } from '@kontor/inquiries';
import { createLog } from '@kontor/log';
import { openOffice } from '@kontor/suite';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SignedInHouse, startSignedIn } from '../hostile/signed-in.ts';
import { faultsOf, missingForBrowser, openBrowser, sidewaysIn } from './browser.ts';

const hour = 3_600_000;
const question = (key: string, name: string, hoursAgo: number) => ({
  key: key.padEnd(24, '-'),
  name,
  email: 'nora@example.com',
  phone: '',
  text: `Do you repair box sashes? ${'And doors. '.repeat(40)}`,
  language: 'en',
  page: '/contact',
  receivedAt: Date.now() - hoursAgo * hour,
});

describe.skipIf(missingForBrowser().length > 0)('Today', () => {
  let house: SignedInHouse;
  let browser: Browser;
  let page: Page;
  const card = (name: string) => page.locator('li', { has: page.getByRole('heading', { name }) });

  beforeAll(async () => {
    house = await startSignedIn();
    const log = createLog({ part: 'journey', destination: { write: () => undefined } });
    const office = await openOffice(loadConfig(house.house.env), { log });
    const asked = [question('a-week-old', 'Nora Lind', 24 * 7), question('just-now', 'Omar Aziz', 0)];
    for (const one of asked) await receiveInquiry.perform(office, one, { via: 'site', person: null });
    await office.close();
    browser = await openBrowser();
    const context = await browser.newContext({ locale: 'en-GB' });
    const [name = '', value = ''] = house.cookie.split('=');
    await context.addCookies([{ name, value, domain: 'localhost', path: '/', secure: true }]);
    page = await context.newPage();
    page.setDefaultTimeout(45_000);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  test('shows who waits, the overdue in red, and shuts nobody out', async () => {
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [390, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${house.office}/`);
      await card('Nora Lind').getByText('Overdue').waitFor();
      expect(await card('Omar Aziz').getByText('Overdue').count()).toBe(0);
      expect(await faultsOf(page)).toEqual([]);
      expect(await sidewaysIn(page)).toEqual([]);
    }
  });

  test('a question is taken, and leads to its mail', async () => {
    await card('Nora Lind').getByRole('button', { name: 'I see to it' }).click();
    await card('Nora Lind').getByText('You see to it').waitFor();
    await card('Nora Lind').getByRole('link', { name: 'Answer' }).click();
    await page
      .getByRole('heading', { name: /Do you repair box sashes/ })
      .first()
      .waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/mail\/hello@/);
  });

  test('what needs no answer is closed, and brought back by undo', async () => {
    await page.goto(`${house.office}/`);
    await card('Omar Aziz').getByRole('button', { name: 'Needs no answer' }).click();
    await expect.poll(() => card('Omar Aziz').count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await card('Omar Aziz').waitFor();
  });

  test('works without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
    await context.addCookies(await page.context().cookies());
    const plain = await context.newPage();
    await plain.goto(`${house.office}/`);
    const omar = plain.locator('li', { has: plain.getByRole('heading', { name: 'Omar Aziz' }) });
    await omar.getByRole('button', { name: 'I see to it' }).click();
    await omar.getByText('You see to it').waitFor();
    await context.close();
  });
});

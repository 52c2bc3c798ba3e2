import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firmAdmin, prepareFirm } from '../load/bench-firm.ts';
import { clickToMessage } from '../load/click-to-message.ts';
import { type DnsServer, startDns } from '../load/dns-server.ts';
import { median } from '../load/figures.ts';
import { type House, newHouse, startHouse } from '../load/house.ts';
import { faultsOf, isHydrated, missingForBrowser, openBrowser, sidewaysIn, watch } from './browser.ts';
import { chooseLanguage, signIn } from './office-steps.ts';
import { sendMail } from './send-mail.ts';

const me = firmAdmin.email;
/** Milliseconds from a click to the message; the suite asserts ten times as much. */
const goal = 150;

describe.skipIf(missingForBrowser().length > 0)('writing mail', () => {
  let folder: string;
  let dns: DnsServer;
  let house: House;
  let browser: Browser;
  let office: string;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kontor-write-'));
    dns = await startDns({});
    const env = await newHouse(join(folder, 'data'));
    env['KONTOR_DNS'] = dns.address;
    await prepareFirm(env);
    [house, browser] = await Promise.all([startHouse(env), openBrowser()]);
    office = `http://localhost:${env['KONTOR_OFFICE_PORT']}`;
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    page = await context.newPage();
    page.setDefaultTimeout(45_000);
    ({ complaints } = watch(page, [office]));
    await signIn(page, office, firmAdmin);
    for (const number of [1, 2, 3, 4, 5, 6]) {
      await sendMail(Number(env['KONTOR_SMTP_PORT']), {
        from: { name: 'Nora Hale', address: 'nora@quillmail.example' },
        replyTo: { name: 'Nora at home', address: 'home@quillmail.example' },
        to: me,
        subject: `Stairs ${number}`,
        text: 'Hello,\n\nwhen could you come and measure?\n',
        attachments: [{ filename: 'plan.txt', content: 'thirteen steps' }],
      });
    }
  });
  afterAll(async () => {
    await browser?.close();
    await house?.supervisor.stop();
    dns?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const text = () => page.getByRole('textbox', { name: 'Message', exact: true });
  const isSaved = () => page.getByText(/^Saved at /).waitFor();
  const open = async (subject: string, at = page) => {
    await at.goto(`${office}/mail/${me}/inbox`);
    await at.locator('a[data-thread]', { hasText: subject }).click();
    await isHydrated(at, '[data-part="reading"] article');
  };
  const filesOf = (at: Page) => at.getByRole('region', { name: 'Attached files' }).getByRole('listitem');

  test('a reply goes where the sender wants answers, quotes, and survives a reload with its file', async () => {
    await open('Stairs 1');
    await page.keyboard.press('r');
    await expect.poll(() => text().evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await text().inputValue()).toMatch(
      /Nora Hale <nora@quillmail.example> wrote:\n> Hello,\n>\n> when/,
    );
    await page.getByRole('button', { name: 'Change Nora at home' }).waitFor();
    expect(await page.getByLabel('Subject').inputValue()).toBe('Re: Stairs 1');
    await page.keyboard.type('On Tuesday at nine.');
    const file = { name: 'offer.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(3_000_000, 'x') };
    await page.locator('[data-part="choose-files"]').setInputFiles(file);
    await page.getByText('3 MB of 25 MB attached').waitFor();
    await expect.poll(() => filesOf(page).getByRole('progressbar').count()).toBe(0);
    await isSaved();
    expect(new URL(page.url()).searchParams.get('draft')).toMatch(/^[0-9a-f-]{36}$/);
    await page.reload();
    await isHydrated(page, 'textarea');
    expect(await text().inputValue()).toMatch(/^On Tuesday at nine\.\n\n/);
    await expect.poll(() => filesOf(page).allInnerTexts()).toEqual([expect.stringContaining('offer.pdf')]);
    await page.keyboard.press('Escape');
  });

  test('what is sent can be taken back for ten seconds, by key too, and is there again whole', async () => {
    await page.goto(`${office}/mail/${me}/drafts`);
    await page.locator('a[data-thread]', { hasText: 'On Tuesday' }).click();
    await text().focus();
    await page.keyboard.press('Control+Enter');
    const notice = page.getByRole('status').filter({ hasText: 'Sent.' });
    await notice.waitFor();
    expect(await notice.innerText()).toMatch(/On its way in ([1-9]|10) seconds?/);
    // The way back stays while one goes elsewhere in the mail.
    await page.getByRole('link', { name: 'Inbox' }).first().click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    await page.keyboard.press('z');
    await page.getByText('Taken back: here is your draft.').waitFor();
    expect(await text().inputValue()).toMatch(/^On Tuesday at nine\./);
    await expect.poll(() => filesOf(page).allInnerTexts()).toEqual([expect.stringContaining('offer.pdf')]);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await notice.waitFor();
    await page.goto(`${office}/mail/${me}/sent`);
    await page.locator('a[data-thread]', { hasText: 'Re: Stairs 1' }).click();
    await page.locator('[data-part="reading"]').getByText('On Tuesday at nine.').last().waitFor();
    await page.goto(`${office}/mail/${me}/drafts`);
    await page.locator('[data-part="list"] h1').waitFor();
    await expect.poll(() => page.locator('a[data-thread]').count()).toBe(0);
  });

  test('two screens on one draft: the second to save is told, and both texts are kept', async () => {
    await open('Stairs 2');
    await page.keyboard.press('r');
    await text().fill('The first text');
    await isSaved();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await isHydrated(other, 'textarea');
    await other.getByRole('textbox', { name: 'Message', exact: true }).fill('The text of the other screen');
    await other.getByText(/^Saved at /).waitFor();
    await other.close();
    await text().fill('The text of this screen');
    await page.getByText('This draft was changed elsewhere').waitFor();
    await expect.poll(() => text().inputValue()).toBe('The text of this screen');
    await isSaved();
    await page.goto(`${office}/mail/${me}/drafts`);
    await page.locator('a[data-thread]', { hasText: 'of this screen' }).waitFor();
    await page.locator('a[data-thread]', { hasText: 'of the other screen' }).waitFor();
  });

  test('addresses are completed by keyboard, wrong ones said at their field, and files travel with a forward', async () => {
    await open('Stairs 3');
    await page.keyboard.press('f');
    await filesOf(page).first().waitFor();
    await expect.poll(() => filesOf(page).allInnerTexts()).toEqual([expect.stringContaining('plan.txt')]);
    const to = page.getByRole('combobox', { name: 'To' });
    await expect.poll(() => to.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.type('grac');
    await page.getByRole('option', { name: /^Grace Whitfield grace/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove Grace Whitfield' }).waitFor();
    await page.keyboard.type('hello');
    await page
      .getByRole('option', { name: /hello@y.test$/ })
      .last()
      .click();
    await page.getByRole('button', { name: 'Remove Brightwater Joinery' }).waitFor();
    await page.keyboard.type('nobody at all');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/“\W?nobody at all\W?” is no address\./).waitFor();
    await expect.poll(() => to.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Remove nobody at all' }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('status').filter({ hasText: 'Sent.' }).waitFor();
    await page.goto(`${office}/mail/${me}/sent`);
    await page.locator('a[data-thread]', { hasText: 'Fwd: Stairs 3' }).click();
    await page.locator('[data-part="reading"]').getByText('plan.txt').first().waitFor();
  });

  test('no other page sends a file or a letter with a person’s cookie, nor a stranger one without', async () => {
    const cookies = await page.context().cookies(office);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const post = async (path: string, headers: Record<string, string>) =>
      (await fetch(`${office}/mail-data/letter${path}`, { method: 'POST', body: 'x', headers })).status;
    for (const path of ['/file?draft=0&name=x', '/file/remove', '/send', '/undo', '/discard', '']) {
      expect(await post(path, { cookie, origin: 'https://evil.test' }), path).toBe(403);
      expect(await post(path, { cookie, 'sec-fetch-site': 'cross-site' }), path).toBe(403);
      expect(await post(path, {}), path).toBe(401);
    }
  });

  /** A page of the same person, without script. */
  async function withoutScript(): Promise<Page> {
    const storageState = await page.context().storageState();
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB', storageState });
    return context.newPage();
  }

  test('an earlier message of a conversation opens without script', async () => {
    const mail = { from: 'nora@quillmail.example', to: me, subject: 'Two of one conversation' };
    const port = Number(house.env['KONTOR_SMTP_PORT']);
    await sendMail(port, { ...mail, messageId: '<one@quillmail.example>', text: 'The words of the first' });
    const answering = { inReplyTo: '<one@quillmail.example>', text: 'The words of the second' };
    await sendMail(port, { ...mail, ...answering });
    const plain = await withoutScript();
    const open = () => plain.locator('a[data-thread]', { hasText: mail.subject }).click();
    await plain.goto(`${office}/mail/${me}/inbox`);
    await open();
    await plain.getByRole('button', { name: 'Mark as read' }).click();
    await open();
    const first = plain.locator('[data-part="reading"] article > details').first();
    expect(await first.getAttribute('open')).toBeNull();
    await first.locator('summary').first().click();
    await first.locator('[dir="auto"]').getByText('The words of the first').last().waitFor();
    await plain.context().close();
  });

  test('a plain form writes without script', async () => {
    const plain = await withoutScript();
    await plain.goto(`${office}/mail/${me}/inbox`);
    await plain.getByRole('link', { name: 'Write' }).first().click();
    await plain.getByRole('combobox', { name: 'To' }).fill('no address');
    await plain.getByLabel('Subject').fill('Without script');
    await plain.getByRole('textbox', { name: 'Message', exact: true }).fill('Plain words.');
    await plain.getByRole('button', { name: 'Send', exact: true }).click();
    await plain.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    expect(await plain.getByLabel('Subject').inputValue()).toBe('Without script');
    await plain.context().close();
  });

  test.each([
    ['en', 1440, 'light'],
    ['en', 390, 'dark'],
    ['ar', 1440, 'dark'],
    ['ar', 390, 'light'],
  ] as const)(
    'shuts nobody out and scrolls nowhere sideways: %s, %i px, %s',
    async (language, width, colorScheme) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await chooseLanguage(page, office, language);
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${office}/mail/${me}/drafts`);
      await page.locator('a[data-thread]').first().click();
      await isHydrated(page, 'textarea');
      await page.locator('[data-part="choose-files"]').setInputFiles({
        name: `${'a long name '.repeat(9)}.pdf`,
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF'),
      });
      await page
        .locator('[role="combobox"]')
        .first()
        .fill(`someone@${'oberbergen'.repeat(5)}.example,`);
      await page.locator('[role="combobox"]').first().fill('wrong,');
      await page.keyboard.press('Control+Enter');
      await page.locator('[aria-invalid]').first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await sidewaysIn(page)).toEqual([]);
    },
  );

  test(`a click on a conversation shows its message, in ${goal} ms where the machine is idle`, async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${office}/mail/${me}/inbox`);
    await page.locator('a[data-thread]').nth(5).waitFor();
    const taken = await clickToMessage(page, [5, 4, 3, 2, 1, 0]);
    console.log(
      `from the click to the message: median ${Math.round(median(taken))} ms, most ${Math.round(Math.max(...taken))} ms`,
    );
    expect(median(taken)).toBeLessThan(10 * goal);
  });

  test('no page complained, broke its policy or asked another host', () => {
    // Two who save over each other: the office says so by its status, which the browser writes down.
    expect(complaints.filter((line) => !/status of 409/.test(line))).toEqual([]);
  });
});

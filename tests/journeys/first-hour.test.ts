import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningMongod, startMongod, testEngines } from '@kontor/data/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DnsServer, startDns } from '../load/dns-server.ts';
import { type House, newHouse, setUpLink, startHouse } from '../load/house.ts';
import { faultsOf, missingForBrowser, openBrowser, watch } from './browser.ts';
import { admin, publishPage, setUpFirm, signIn, translatePage } from './office-steps.ts';
import { sendMail } from './send-mail.ts';

const attachment = Buffer.from('%PDF-1.4 drawings of a staircase');

describe.skipIf(missingForBrowser().length > 0).each(testEngines())(
  'the first hour of a firm, on %s',
  (engine) => {
    let folder: string;
    let mongod: RunningMongod | undefined;
    let dns: DnsServer;
    let house: House;
    let browser: Browser;
    let owner: BrowserContext;
    let page: Page;
    let office: string;
    let watched: { complaints: string[] };

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'kontor-first-hour-'));
      if (engine === 'mongodb') mongod = await startMongod();
      dns = await startDns({
        'nordholz.example': 'v=spf1 ip4:127.0.0.1 -all',
        '_dmarc.nordholz.example': 'v=DMARC1; p=reject',
      });
      const env = await newHouse(join(folder, 'data'));
      house = await startHouse({
        ...env,
        KONTOR_DNS: dns.address,
        ...(mongod ? { KONTOR_DATABASE: mongod.url } : {}),
      });
      office = `http://localhost:${house.env['KONTOR_OFFICE_PORT']}`;
      browser = await openBrowser();
      owner = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' });
      page = await owner.newPage();
      page.setDefaultTimeout(45_000);
      watched = watch(page, [office, house.siteUrl]);
    });

    afterAll(async () => {
      await browser?.close();
      await house?.supervisor.stop();
      await mongod?.stop();
      dns?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test('the link that start printed sets up the firm, once', async () => {
      const link = await setUpLink(house);
      await page.goto(link);
      expect(await faultsOf(page)).toEqual([]);
      await setUpFirm(page, link);
      const elsewhere = await browser.newContext();
      const stranger = await elsewhere.newPage();
      await stranger.goto(link);
      expect(stranger.url()).toBe(`${office}/login`);
      expect(await faultsOf(stranger)).toEqual([]);
      await elsewhere.close();
    });

    test('a page published in two languages shows on the site within 2 s', async () => {
      await publishPage(page, office, { title: 'Stairs', slug: 'home', heading: 'Stairs that do not creak' });
      const english = await seenAfter(house.siteUrl, 'Stairs that do not creak');
      await translatePage(page, { locale: 'ar', title: 'سلالم', heading: 'سلالم لا تصرّ' });
      const arabic = await seenAfter(`${house.siteUrl}ar/`, 'سلالم لا تصرّ');
      // The goal is 2 s; on a busy machine nine times as much.
      expect(Math.max(english, arabic)).toBeLessThan(18_000);
      const home = await (await fetch(house.siteUrl)).text();
      expect(home).toContain('hreflang="ar"');
      expect(await (await fetch(`${house.siteUrl}ar/`)).text()).toMatch(/<html[^>]*dir="rtl"/);
    });

    test('a visitor asks through the form, without script, and the question is in hello@', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
      const visitor = await context.newPage();
      await visitor.goto(house.siteUrl);
      await visitor.getByLabel('Your name').fill('Amal Haddad');
      await visitor.getByLabel('Your email address').fill('amal@haddad.example');
      await visitor.getByLabel('Your question').fill('Can you mend a staircase from 1890?');
      // The form is kept for people: nobody writes a question within three seconds of seeing it.
      await visitor.waitForTimeout(3100);
      await visitor.getByRole('button', { name: 'Send the question' }).click();
      await visitor.waitForURL('**/sent');
      await context.close();

      await page.goto(`${office}/mail/hello@${admin.domain}/inbox`);
      await page
        .getByRole('link', { name: /Amal Haddad|staircase/ })
        .first()
        .click();
      await page.getByText('Can you mend a staircase from 1890?').last().waitFor();
      await page
        .getByText(/amal@haddad\.example/)
        .last()
        .waitFor();
    });

    test('a mail from outside appears by itself and is read, with its attachment and its verdict', async () => {
      await page.goto(`${office}/mail/${admin.email}/inbox`);
      await sendMail(Number(house.env['KONTOR_SMTP_PORT']), {
        from: { name: 'Jörg Nordholz', address: 'joerg@nordholz.example' },
        to: admin.email,
        subject: 'Zeichnungen für die Treppe',
        html: '<p>Guten Tag, die <b>Zeichnungen</b> liegen bei.</p>',
        attachments: [
          { filename: 'Treppe Entwurf.pdf', content: attachment, contentType: 'application/pdf' },
        ],
      });
      await page.getByRole('link', { name: /Zeichnungen für die Treppe/ }).click();
      await page.frameLocator('iframe[name^="message-"]').getByText('liegen bei').waitFor();
      // The domain stands in isolates, so that it cannot turn the sentence around.
      await page.getByText(/This really comes from \W?nordholz\.example\W?\./).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      const saving = page.waitForEvent('download');
      await page.getByRole('link', { name: /Treppe Entwurf\.pdf/ }).click();
      const stream = await (await saving).createReadStream();
      expect(Buffer.concat(await stream.toArray())).toEqual(attachment);
    });

    test('nothing was asked of other hosts, and no page complained', () => {
      expect(watched.complaints).toEqual([]);
    });

    test('whoever signs out is out', async () => {
      const sessionCookies = async () => (await owner.cookies()).filter(({ name }) => name !== 'payload-lng');
      const cookies = await sessionCookies();
      expect(cookies).toMatchObject([
        { name: '__Host-kontor', httpOnly: true, secure: true, sameSite: 'Lax' },
      ]);
      await page.goto(`${office}/mail`);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL('**/login**');
      expect(await sessionCookies()).toEqual([]);
      // The token itself is worth nothing any more, in whoever's hands.
      const old = await browser.newContext();
      await old.addCookies(cookies);
      const thief = await old.newPage();
      await thief.goto(`${office}/mail`);
      expect(new URL(thief.url()).pathname).toBe('/login');
      expect((await old.request.get(`${office}/mail-data/mailboxes`)).status()).toBe(401);
      await old.close();
      await signIn(page, office);
    });
  },
);

/** Milliseconds until the address shows the words. */
async function seenAfter(url: string, words: string): Promise<number> {
  const began = Date.now();
  await expect
    .poll(async () => (await fetch(url)).text(), { timeout: 60_000, interval: 50 })
    .toContain(words);
  return Date.now() - began;
}

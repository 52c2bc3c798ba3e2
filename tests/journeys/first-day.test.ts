import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, readSecret } from '@kontor/config';
import { signingKey } from '@kontor/delivery/signing-key';
import { createLog } from '@kontor/log';
import { addPerson } from '@kontor/people';
import { canStartMeilisearch } from '@kontor/search/testing';
import { openOffice } from '@kontor/suite';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdf } from '../../apps/cli/src/demo/mail/paper.ts';
import { hasDkimpy, isSigned } from '../../apps/mail/src/testing/dkimpy.ts';
import { openPeer, type Peer } from '../../apps/mail/src/testing/peer.ts';
import { type DnsServer, startDns } from '../load/dns-server.ts';
import { type House, newHouse, setUpLink, startHouse } from '../load/house.ts';
import { faultsOf, isHydrated, missingForBrowser, openBrowser, watch } from './browser.ts';
import { admin, publishPage, setUpFirm, signIn } from './office-steps.ts';
import { sendMail } from './send-mail.ts';

const missing = [
  ...missingForBrowser(),
  ...(canStartMeilisearch() ? [] : ['Meilisearch']),
  ...(hasDkimpy ? [] : ['dkimpy']),
];
const tom = { email: `tom@${admin.domain}`, password: 'copper kettle morning 3' };
const question = 'Can you mend a staircase from 1890?';

/** The whole house in one day: each door is gone through once, in the order a firm would. */
describe.skipIf(missing.length > 0)('the first day of a firm', () => {
  let folder: string;
  let dns: DnsServer;
  let peer: Peer;
  let house: House;
  let browser: Browser;
  let page: Page;
  let office: string;
  const watched: { complaints: string[] }[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kontor-first-day-'));
    dns = await startDns({
      'nordholz.example': 'v=spf1 ip4:127.0.0.1 -all',
      '_dmarc.nordholz.example': 'v=DMARC1; p=reject',
    });
    peer = await openPeer();
    house = await startHouse({
      ...(await newHouse(join(folder, 'data'))),
      KONTOR_DNS: dns.address,
      KONTOR_SMARTHOST: `smtp://127.0.0.1:${peer.port}`,
      KONTOR_VPN: 'config-only',
    });
    office = `http://localhost:${house.env['KONTOR_OFFICE_PORT']}`;
    browser = await openBrowser();
    page = await openPage();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.supervisor.stop();
    await peer?.close();
    dns?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function openPage(): Promise<Page> {
    const viewport = { width: 1440, height: 900 };
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', viewport });
    const opened = await context.newPage();
    opened.setDefaultTimeout(45_000);
    watched.push(watch(opened, [office, house.siteUrl]));
    return opened;
  }

  const text = () => page.getByRole('textbox', { name: 'Message', exact: true });

  test('the firm is set up, and its first page is public', async () => {
    const link = await setUpLink(house);
    await setUpFirm(page, link);
    await publishPage(page, office, { title: 'Stairs', slug: 'home', heading: 'Stairs that do not creak' });
    await expect
      .poll(async () => (await fetch(house.siteUrl)).text(), { timeout: 60_000 })
      .toContain('Stairs that do not creak');
  });

  test('a visitor asks, and Today says that somebody waits', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
    const visitor = await context.newPage();
    await visitor.goto(house.siteUrl);
    await visitor.getByLabel('Your name').fill('Amal Haddad');
    await visitor.getByLabel('Your email address').fill('amal@haddad.example');
    await visitor.getByLabel('Your question').fill(question);
    // The form is kept for people: nobody writes a question within three seconds of seeing it.
    await visitor.waitForTimeout(3100);
    await visitor.getByRole('button', { name: 'Send the question' }).click();
    await visitor.waitForURL('**/sent');
    await context.close();
    await expect
      .poll(
        async () => {
          await page.goto(`${office}/`);
          return page.getByRole('heading', { name: 'Amal Haddad' }).count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    await page.getByText('Nobody has taken it').waitFor();
  });

  test('a mail from outside is read, and comes from whom it says', async () => {
    await page.goto(`${office}/mail/${admin.email}/inbox`);
    await sendMail(Number(house.env['KONTOR_SMTP_PORT']), {
      from: { name: 'Jörg Nordholz', address: 'joerg@nordholz.example' },
      to: admin.email,
      subject: 'Zeichnungen für die Treppe',
      text: 'Guten Tag, die Zeichnungen liegen bei.',
      attachments: [
        { filename: 'Treppe.pdf', content: Buffer.from('%PDF-1.4'), contentType: 'application/pdf' },
      ],
    });
    await page.getByRole('link', { name: /Zeichnungen für die Treppe/ }).click();
    await page.getByText(/This really comes from \W?nordholz\.example\W?\./).waitFor();
    await page.getByRole('link', { name: /Treppe\.pdf/ }).waitFor();
  });

  test('the question is answered from hello@, and the answer arrives, signed so that a stranger can check it', async () => {
    await page.goto(`${office}/`);
    await page.getByRole('link', { name: 'Answer', exact: true }).click();
    await page.getByRole('heading', { name: question }).first().waitFor();
    await isHydrated(page, '[data-part="reading"] article');
    await page.keyboard.press('r');
    await isHydrated(page, 'textarea');
    await text().focus();
    await page.keyboard.type('Yes, we can. Grüße, Grace');
    await page.getByText(/^Saved at /).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('status').filter({ hasText: 'Sent.' }).waitFor();
    // Ten seconds to think again, then it goes.
    await expect.poll(() => peer.taken.length, { timeout: 60_000, interval: 250 }).toBe(1);
    const [taken] = peer.taken;
    expect(taken?.to).toEqual(['amal@haddad.example']);
    expect(taken?.raw).toMatch(new RegExp(`^From: .*<hello@${admin.domain}>`, 'm'));
    const secret = readSecret(loadConfig(house.env), 'dkim');
    const { selector, record } = signingKey(secret?.toString('utf8') ?? '');
    expect(isSigned(taken?.raw ?? '', { selector, record, domain: admin.domain })).toBe(true);
    expect(
      isSigned(taken?.raw.replace(/^To: /m, 'To: x') ?? '', { selector, record, domain: admin.domain }),
    ).toBe(false);
  });

  test('the question waits no more, and is hers who answered', async () => {
    await expect
      .poll(
        async () => {
          await page.goto(`${office}/`);
          return page.getByRole('heading', { name: 'Amal Haddad' }).count();
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBe(0);
    await page.getByText('Nobody is waiting for an answer.').waitFor();
  });

  test('a page is written in the wiki, with a file, and both are found: by a typo, and by a word inside the file', async () => {
    await page.goto(`${office}/wiki`);
    await page.getByLabel('Name', { exact: true }).fill('Workshop');
    await page.getByRole('button', { name: 'Open the space' }).click();
    await page.waitForURL('**/wiki/workshop/settings');
    await page.goto(`${office}/wiki/workshop`);
    await page.getByRole('button', { name: 'New page' }).click();
    await page.waitForURL('**/edit');
    await page.locator('[contenteditable="true"]').waitFor();
    await page.getByLabel('Title').fill('Glues for stairs');
    await page.locator('[contenteditable="true"]').click();
    await page.keyboard.type('Hide glue wherever somebody will take it apart one day.');
    const file = {
      name: 'clamps.pdf',
      mimeType: 'application/pdf',
      buffer: pdf('Clamping times', ['Resorcinol needs sixteen hours below twelve degrees.']),
    };
    await page.locator('input[type="file"]').last().setInputFiles(file);
    await page.getByText('clamps.pdf').first().waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(/\/wiki\/workshop\/glues-for-stairs-[a-z2-9]{10}$/);
    await isFound('hide gleu', /Glues for stairs/);
    await isFound('resorcinol', /clamps\.pdf/);
  });

  async function isFound(words: string, name: RegExp): Promise<void> {
    await expect
      .poll(
        async () => {
          await page.goto(`${office}/search?${new URLSearchParams({ q: words })}`);
          return page.locator('main').getByRole('link', { name }).count();
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBeGreaterThan(0);
  }

  test('a device is added, and its configuration saved', async () => {
    await page.goto(`${office}/devices`);
    await page.getByRole('link', { name: 'Make a network' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Office');
    await page.getByLabel('Name or address of this server').fill('vpn.y.test');
    await page.getByRole('button', { name: 'Make the network' }).click();
    await page.waitForURL('**/devices');
    await page.goto(`${office}/devices/new`);
    await page.getByLabel('Name of the device').fill('Laptop');
    await page.keyboard.press('Enter');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Download laptop\.conf/ }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toMatch(
      /PrivateKey = \S{44}[\s\S]*Endpoint = vpn\.y\.test/,
    );
  });

  test('somebody else without the right finds nothing of all that', async () => {
    const log = createLog({ part: 'journey', destination: { write: () => undefined } });
    const beside = await openOffice(loadConfig(house.env), { log });
    const person = { name: 'Tom Ashworth', localPart: 'tom', password: tom.password, language: 'en' };
    await addPerson.perform(beside, person, { via: 'cli', person: null });
    await beside.close();
    page = await openPage();
    await signIn(page, office, tom);
    for (const words of ['hide glue', 'resorcinol', 'Zeichnungen', 'staircase 1890']) {
      await page.goto(`${office}/search?${new URLSearchParams({ q: words })}`);
      await page
        .getByText(/Nothing found/)
        .first()
        .waitFor();
      expect(
        await page
          .locator('main')
          .getByRole('link', { name: /Glues|clamps|Zeichnungen|staircase/ })
          .count(),
      ).toBe(0);
    }
    await page.goto(`${office}/wiki/workshop`);
    expect(await page.getByText('Glues for stairs').count()).toBe(0);
    await page.goto(`${office}/devices`);
    expect(await page.getByText('Laptop').count()).toBe(0);
  });

  test('nothing was asked of other hosts, and no page complained', () => {
    expect(watched.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

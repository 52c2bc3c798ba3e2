import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@kontor/config';
import type { Caller } from '@kontor/core';
import { createLog } from '@kontor/log';
import { addPerson } from '@kontor/people';
import { type Office, openOffice } from '@kontor/suite';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firmAdmin, prepareFirm } from '../load/bench-firm.ts';
import { type Running, run } from '../load/child.ts';
import { newHouse } from '../load/house.ts';
import { answers } from '../load/ports.ts';
import { faultsOf, isHydrated, missingForBrowser, openBrowser, sidewaysIn, watch } from './browser.ts';
import { signIn } from './office-steps.ts';

const root = join(import.meta.dirname, '../..');
const omar = { email: 'omar@y.test', password: 'copper kettle morning 3' };
const looks = [
  { width: 1440, height: 900, colorScheme: 'light' as const },
  { width: 390, height: 844, colorScheme: 'dark' as const },
];

describe.skipIf(missingForBrowser().length > 0)('devices in the office', () => {
  let folder: string;
  let office: Office;
  let parts: Running[] = [];
  let browser: Browser;
  let base: string;
  const watched: { complaints: string[] }[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kontor-devices-'));
    const env: Record<string, string> = {
      ...(await newHouse(join(folder, 'data'))),
      KONTOR_VPN: 'config-only',
    };
    await prepareFirm(env);
    const log = createLog({ part: 'test', destination: { write: () => undefined } });
    office = await openOffice(loadConfig(env), { log });
    const operator: Caller = { via: 'cli', person: null };
    const person = { name: 'Omar Haddad', localPart: 'omar', password: omar.password, language: 'ar' };
    await addPerson.perform(office, person, operator);
    const entries = ['vpn', 'office'].map((part) => join(root, 'apps', part, 'dist/main.mjs'));
    parts = entries.map((entry) => run(process.execPath, [entry], env));
    browser = await openBrowser();
    await answers(Number(env['KONTOR_OFFICE_PORT']), 60_000);
    base = `http://localhost:${env['KONTOR_OFFICE_PORT']}`;
  });
  afterAll(async () => {
    await browser?.close();
    for (const part of parts) await part.stop();
    await office?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  async function enter(who: { email: string; password: string }, options = {}): Promise<Page> {
    const page = await (await browser.newContext({ locale: 'en-GB', ...options })).newPage();
    page.setDefaultTimeout(45_000);
    watched.push(watch(page, [base]));
    await signIn(page, base, who);
    return page;
  }
  async function look(page: Page, what: string): Promise<void> {
    for (const { width, height, colorScheme } of looks) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      expect(await faultsOf(page), `${what} ${width}`).toEqual([]);
      expect(await sidewaysIn(page), `${what} ${width}`).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }

  test('an admin makes a network; what was wrong stands at its field and nothing typed is lost', async () => {
    const page = await enter(firmAdmin);
    await page.goto(`${base}/devices`);
    await look(page, 'empty');
    await page.getByRole('link', { name: 'Make a network' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Office');
    await page.getByLabel('Networks behind this server').fill('0.0.0.0/0');
    await page.getByRole('button', { name: 'Make the network' }).click();
    await page.locator('main [role=alert]').waitFor();
    await look(page, 'what was wrong');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Office');
    await page.getByLabel('Networks behind this server').fill('192.168.10.0/24');
    await page.getByLabel('Name or address of this server').fill('vpn.y.test');
    await page.getByRole('button', { name: 'Make the network' }).click();
    await page.waitForURL('**/devices');
    await page.getByText('vpn.y.test:51820').waitFor();
    await page.context().close();
  });

  test('a person adds a device: the key is made in the browser, shown once, and sent nowhere', async () => {
    const page = await enter(firmAdmin);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.goto(`${base}/devices/new`);
    await isHydrated(page, 'main form');
    await page.getByLabel('Name of the device').fill('Grace’s telephone');
    // By the keyboard.
    await page.keyboard.press('Enter');
    const code = page.getByRole('img', { name: /Grace’s telephone/ });
    await code.waitFor();
    await look(page, 'shown once');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download graces-telephon.conf' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('graces-telephon.conf');
    const text = readFileSync(await download.path(), 'utf8');
    const privateKey = /PrivateKey = (\S{44})/.exec(text)?.[1] ?? '';
    expect(text).toContain('Address = 10.8.0.2/32');
    expect(text).toContain('Endpoint = vpn.y.test:51820');
    expect(sent.join('\n')).not.toContain(privateKey);
    expect(sent.join('\n')).not.toContain(encodeURIComponent(privateKey));
    if (existsSync('/usr/bin/zbarimg')) {
      const picture = join(folder, 'code.png');
      await code.screenshot({ path: picture });
      const read = spawnSync('zbarimg', ['-q', '--raw', '-Sbinary', picture]);
      expect(read.stdout.toString()).toBe(text);
    }
    // Leaving asks first.
    await page.getByRole('link', { name: 'Mail' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    expect(page.url()).toBe(`${base}/devices/new`);
    const asked = page.waitForEvent('dialog');
    void asked.then((dialog) => dialog.accept());
    await page.goto(`${base}/devices`);
    expect((await asked).type()).toBe('beforeunload');
    expect(await page.content()).not.toContain(privateKey);
    const kept = JSON.stringify(await office.bulk.find('devices', {}));
    expect(kept).not.toContain(privateKey);
    await page.context().close();
  });

  test('without script it is the same, with a key that is on that one answer and nowhere else', async () => {
    const page = await enter(firmAdmin, { javaScriptEnabled: false });
    await page.goto(`${base}/devices/new`);
    await page.getByLabel('Name of the device').fill('Old laptop');
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: 'Add the device' }).click(),
    ]);
    expect(answer.headers()['cache-control']).toContain('no-store');
    const href = (await page.getByRole('link', { name: /Download old-laptop/ }).getAttribute('href')) ?? '';
    const text = Buffer.from(href.split('base64,')[1] ?? '', 'base64').toString();
    expect(text).toMatch(/^\[Interface\]\nPrivateKey = \S{44}\n/);
    await page.goto(`${base}/devices`);
    await page.getByText('Old laptop').first().waitFor();
    await page.context().close();
  });

  test('a device is renamed and revoked where it stands, with the keyboard alone', async () => {
    const page = await enter(firmAdmin);
    await page.goto(`${base}/devices`);
    await page.getByLabel('Rename: Old laptop').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Spare laptop');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Spare laptop' }).waitFor();
    await page.getByLabel('Revoke: Spare laptop').focus();
    await page.keyboard.press('Enter');
    await look(page, 'about to revoke');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Spare laptop' }).waitFor({ state: 'detached' });
    const report = await office.vpn.look();
    expect(report.networks[0]?.peers).toHaveLength(1);
    await page.context().close();
  });

  test('staff see their own devices and no network to change; in Arabic from right to left', async () => {
    const page = await enter(omar);
    await page.goto(`${base}/devices/new`);
    await isHydrated(page, 'main form');
    await page.locator('#field-name').fill('هاتف');
    await page.locator('main button[type=submit]').click();
    await page.locator('svg[role=img]').waitFor();
    await look(page, 'shown once in Arabic');
    await page.locator('a[data-taken]').click();
    await page.waitForURL('**/devices');
    await page.getByRole('heading', { name: 'هاتف' }).waitFor();
    await look(page, 'devices in Arabic');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.getByText('telephone').count()).toBe(0);
    await page.goto(`${base}/devices/networks`);
    expect(await page.locator('main form').count()).toBe(0);
    await page.context().close();
  });

  test('with the service away the screens say so and go on', async () => {
    await parts[0]?.stop();
    const page = await enter(firmAdmin);
    await page.goto(`${base}/devices`);
    await page.getByText('The VPN service does not answer').waitFor();
    await look(page, 'service away');
    await page.context().close();
  });

  test('no page complained, and nothing was asked of another host', () => {
    expect(watched.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

// Starts a demo of its own and photographs it, as its people see it, into docs/pictures.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { openBrowser } from '../journeys/browser.ts';
import { newHouse, startHouse } from '../load/house.ts';

const album = join(import.meta.dirname, '../../docs/pictures');
const largest = 200_000;
const reader = 'marta@brightwater.example';

const dataDir = mkdtempSync(join(tmpdir(), 'kontor-pictures-'));
const env = await newHouse(dataDir);
const house = await startHouse(env, 'demo');
const browser = await openBrowser();
try {
  await furnished();
  mkdirSync(album, { recursive: true });
  const screen = { width: 1280, height: 800 };
  const page = await browser.newPage({ viewport: screen, colorScheme: 'light', locale: 'en-GB' });
  await page.goto(house.siteUrl, { waitUntil: 'networkidle' });
  await take(page, 'site');
  await openMail(page);
  await take(page, 'mail');
} finally {
  await browser.close();
  await house.supervisor.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** The site and the mail are there once the demo says so in its own folder. */
async function furnished(): Promise<void> {
  const until = performance.now() + 300_000;
  const isDone = () => {
    const marker = join(dataDir, 'demo.json');
    return existsSync(marker) && JSON.parse(readFileSync(marker, 'utf8')).done === true;
  };
  while (!isDone()) {
    if (performance.now() > until)
      throw new Error(`the demo was not furnished: ${house.supervisor.lastWords()}`);
    await pause(500);
  }
}

async function openMail(page: Page): Promise<void> {
  const office = `http://localhost:${env['KONTOR_OFFICE_PORT']}`;
  const passwords = JSON.parse(readFileSync(join(dataDir, 'secrets/demo-passwords.json'), 'utf8'));
  await page.goto(`${office}/login`);
  await page.getByLabel('Address').fill(reader);
  await page.getByLabel('Password', { exact: true }).fill(passwords[reader]);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/mail**');
}

/** WebP straight from Chromium, in words of the disk as small as a README should carry. */
async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > largest) throw new Error(`${name} has ${bytes.length} bytes, more than ${largest}`);
  writeFileSync(join(album, `${name}.webp`), bytes);
  console.log(`docs/pictures/${name}.webp: ${Math.ceil(bytes.length / 1024)} kB`);
}

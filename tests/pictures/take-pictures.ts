// Starts a demo of its own and photographs each door, as its people see it, into docs/pictures.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../journeys/browser.ts';
import { signIn } from '../journeys/office-steps.ts';
import { openDemo } from '../load/demo-house.ts';

const album = join(import.meta.dirname, '../../docs/pictures');
const largest = 200_000;
const screen = { width: 1280, height: 800 };
/** A question with a photograph, in the mailbox that the office shares. */
const question = /^(Unread )?.*Sash cord snapped/;

const demo = await openDemo();
const browser = await openBrowser();
try {
  mkdirSync(album, { recursive: true });
  const page = await browser.newPage({ viewport: screen, colorScheme: 'light', locale: 'en-GB' });
  page.setDefaultTimeout(45_000);
  const office = (path: string) => page.goto(`${demo.officeUrl}${path}`);
  await page.goto(demo.siteUrl, { waitUntil: 'networkidle' });
  await take(page, 'site');
  await signIn(page, demo.officeUrl, demo.person('grace'));
  await take(page, 'today');
  await office('/mail/hello@brightwater.example/inbox');
  await page.getByRole('link', { name: question }).click();
  await page.getByRole('heading', { name: question }).waitFor();
  await take(page, 'mail');
  await office('/wiki/workshop');
  await page.getByRole('link', { name: 'Machines and who may use them' }).first().click();
  await page.getByRole('heading', { name: 'Before you switch on' }).waitFor();
  await take(page, 'wiki');
  await page.keyboard.press('Control+k');
  await page.locator('[role="dialog"] input:focus').waitFor();
  await page.keyboard.type('timbar');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  await take(page, 'search');
  await office('/devices');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await take(page, 'devices');
} finally {
  await browser.close();
  await demo.stop();
}

/** WebP straight from Chromium, no larger than a README should carry. */
async function take(page: Page, name: string): Promise<void> {
  // An open screen listens for new mail all its life, so its network is never idle; what is far below is not fetched.
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.complete || image.getBoundingClientRect().top > innerHeight),
  );
  await page.evaluate(() => document.fonts.ready);
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > largest) throw new Error(`${name} has ${bytes.length} bytes, more than ${largest}`);
  writeFileSync(join(album, `${name}.webp`), bytes);
  console.log(`docs/pictures/${name}.webp: ${Math.ceil(bytes.length / 1024)} kB`);
}

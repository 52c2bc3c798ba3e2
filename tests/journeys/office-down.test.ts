import { join } from 'node:path';
import { loadConfig } from '@kontor/config';
import { createLog } from '@kontor/log';
import { findMailboxByAddress, folderId } from '@kontor/mailbox';
import { openOffice } from '@kontor/suite';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Running, run } from '../load/child.ts';
import { type DemoHouse, openDemo } from '../load/demo-house.ts';
import { answers } from '../load/ports.ts';
import { missingForBrowser, openBrowser } from './browser.ts';

const asked = 'Do you mend sash windows?';
const root = join(import.meta.dirname, '../..');
const start = (part: 'office' | 'site' | 'mail', env: Record<string, string>) =>
  run(process.execPath, [join(root, 'apps', part, 'dist/main.mjs')], env);

describe.skipIf(missingForBrowser().length > 0)('with the office stopped', () => {
  let house: DemoHouse;
  let env: Record<string, string>;
  let office: Running;
  let site: Running;
  let browser: Browser;
  let siteUrl: string;
  const siteAnswers = () => answers(Number(env['KONTOR_SITE_PORT']));
  const officeAnswers = () => answers(Number(env['KONTOR_OFFICE_PORT']));

  beforeAll(async () => {
    house = await openDemo();
    ({ env, siteUrl } = house);
    browser = await openBrowser();
    // The site takes a picture over as it learns of it.
    await vi.waitFor(async () => expect(await picturesMissing(siteUrl)).toEqual([]), { timeout: 60_000 });
    await house.close();
    site = start('site', env);
    await siteAnswers();
  }, 400_000);

  afterAll(async () => {
    await browser?.close();
    await Promise.all([office?.stop(), site?.stop()]);
    await house?.stop();
  });

  test('a site that was started anew answers every address of its sitemap, and every picture on them', async () => {
    const addresses = await sitemapOf(siteUrl);
    // Home, about, contact, six services and five news, and their lists, in two languages.
    expect(addresses.length).toBeGreaterThan(30);
    for (const address of addresses) expect((await fetch(address)).status, address).toBe(200);
    expect((await picturesOf(siteUrl)).size).toBeGreaterThan(10);
    expect(await picturesMissing(siteUrl)).toEqual([]);
  });

  test('a form sent meanwhile is kept, and arrives once when the office is back', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
    const visitor = await context.newPage();
    await visitor.goto(`${siteUrl}/contact`);
    await visitor.getByLabel('Your name').fill('Amal Haddad');
    await visitor.getByLabel('Your email address').fill('amal@haddad.example');
    await visitor.getByLabel('Your question').fill(asked);
    // Nobody writes a question within three seconds of seeing the form.
    await visitor.waitForTimeout(3100);
    await visitor.getByRole('button', { name: 'Send the question' }).click();
    await visitor.waitForURL('**/sent');
    await context.close();

    // The question outlives the site as well.
    await site.stop();
    site = start('site', env);
    office = start('office', env);
    await Promise.all([siteAnswers(), officeAnswers()]);
    const once = { inquiries: 1, inInbox: 1 };
    await expect.poll(() => questionsKept(env), { timeout: 60_000, interval: 500 }).toEqual(once);
    await site.stop();
    site = start('site', env);
    await siteAnswers();
    await expect.poll(async () => (await fetch(`${siteUrl}/`)).status).toBe(200);
    expect(await questionsKept(env)).toEqual(once);
  });
});

async function sitemapOf(siteUrl: string): Promise<string[]> {
  const sitemap = await (await fetch(`${siteUrl}/sitemap.xml`)).text();
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
}

/** Every picture of every page, in every size. */
async function picturesOf(siteUrl: string): Promise<Set<string>> {
  const perPage = await Promise.all((await sitemapOf(siteUrl)).map(picturesOn));
  return new Set(perPage.flat());
}

/** Those that do not answer with a picture. */
async function picturesMissing(siteUrl: string): Promise<string[]> {
  const missing: string[] = [];
  for (const picture of await picturesOf(siteUrl)) {
    const answer = await fetch(picture);
    const isThere = answer.status === 200 && /^image\//.test(answer.headers.get('content-type') ?? '');
    if (!isThere || (await answer.arrayBuffer()).byteLength < 100) missing.push(picture);
  }
  return missing;
}

/** How often the office holds the visitor's question, read by another process beside it: as an inquiry, and as mail. */
async function questionsKept(env: Record<string, string>): Promise<{ inquiries: number; inInbox: number }> {
  const log = createLog({ part: 'journey', destination: { write: () => undefined } });
  const office = await openOffice(loadConfig(env), { log });
  try {
    const { totalDocs } = await office.payload.count({
      collection: 'inquiries' as never,
      where: { text: { equals: asked } },
    });
    const { domain } = await office.firm();
    const mailbox = await findMailboxByAddress(office, `hello@${domain}`);
    if (!mailbox) throw new Error(`there is no hello@${domain}`);
    const placements = await office.bulk.find('placements', { folder: folderId(mailbox.id, 'inbox') });
    const messages = await office.bulk.find('messages', { mailbox: mailbox.id });
    const withIt = messages.filter(({ text }) => String(text).includes(asked)).map(({ id }) => id);
    const inInbox = placements.filter(({ message }) => withIt.includes(String(message))).length;
    return { inquiries: totalDocs, inInbox };
  } finally {
    await office.close();
  }
}

async function picturesOn(address: string): Promise<string[]> {
  const html = await (await fetch(address)).text();
  const sources = [...html.matchAll(/<img[^>]+\bsrc="([^"]+)"/g)].map(([, source = '']) => source);
  const sets = [...html.matchAll(/\bsrcset="([^"]+)"/g)].flatMap(([, set = '']) =>
    set.split(',').map((one) => one.trim().split(' ')[0] ?? ''),
  );
  return [...new Set([...sources, ...sets])].map((source) => new URL(source, address).href);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@kontor/config';
import { createLog } from '@kontor/log';
import { openOffice } from '@kontor/suite';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { prepareFirm } from '../load/bench-firm.ts';
import { type Running, run } from '../load/child.ts';
import { newHouse } from '../load/house.ts';
import { answers } from '../load/ports.ts';
import { missingForBrowser, openBrowser } from './browser.ts';

const root = join(import.meta.dirname, '../..');
const start = (part: 'office' | 'site' | 'mail', env: Record<string, string>) =>
  run(process.execPath, [join(root, 'apps', part, 'dist/main.mjs')], env);

describe.skipIf(missingForBrowser().length > 0)('with the office stopped', () => {
  let folder: string;
  let env: Record<string, string>;
  let office: Running;
  let site: Running;
  let browser: Browser;
  let siteUrl: string;
  const siteAnswers = () => answers(Number(env['KONTOR_SITE_PORT']), 20_000);
  const officeAnswers = () => answers(Number(env['KONTOR_OFFICE_PORT']), 20_000);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kontor-office-down-'));
    env = await newHouse(join(folder, 'data'));
    siteUrl = `http://127.0.0.1:${env['KONTOR_SITE_PORT']}`;
    await prepareFirm(env, { withPicture: true });
    office = start('office', env);
    site = start('site', env);
    browser = await openBrowser();
    await Promise.all([siteAnswers(), officeAnswers()]);
    await vi.waitFor(() => answers200(`${siteUrl}/`), { timeout: 20_000 });
    // The site takes a picture over as it learns of it.
    const [picture = ''] = await picturesOn(`${siteUrl}/`);
    expect(picture).not.toBe('');
    await vi.waitFor(() => answers200(picture), { timeout: 20_000 });
    await office.stop();
    await site.stop();
    site = start('site', env);
    await siteAnswers();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await Promise.all([office?.stop(), site?.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  test('a site that was started anew answers every address of its sitemap, and every picture on them', async () => {
    const sitemap = await (await fetch(`${siteUrl}/sitemap.xml`)).text();
    const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(1);
    const pictures = new Set<string>();
    for (const address of addresses) {
      expect((await fetch(address)).status, address).toBe(200);
      for (const picture of await picturesOn(address)) pictures.add(picture);
    }
    expect(pictures.size).toBeGreaterThan(1);
    for (const picture of pictures) {
      const answer = await fetch(picture);
      expect(answer.status, picture).toBe(200);
      expect((await answer.arrayBuffer()).byteLength, picture).toBeGreaterThan(100);
    }
  });

  test('a form sent meanwhile is kept, and arrives once when the office is back', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
    const visitor = await context.newPage();
    await visitor.goto(`${siteUrl}/`);
    await visitor.getByLabel('Your name').fill('Amal Haddad');
    await visitor.getByLabel('Your email address').fill('amal@haddad.example');
    await visitor.getByLabel('Your question').fill('Do you mend sash windows?');
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
    await expect
      .poll(() => questionsKept(env), { timeout: 60_000, interval: 500 })
      .toEqual(['Do you mend sash windows?']);
    await site.stop();
    site = start('site', env);
    await siteAnswers();
    await expect.poll(async () => (await fetch(`${siteUrl}/`)).status).toBe(200);
    expect(await questionsKept(env)).toEqual(['Do you mend sash windows?']);
  }, 120_000);
});

async function answers200(url: string): Promise<void> {
  const { status } = await fetch(url);
  if (status !== 200) throw new Error(`${url} answers ${status}`);
}

/** What the office holds, read by another process beside it. */
async function questionsKept(env: Record<string, string>): Promise<string[]> {
  const log = createLog({ part: 'journey', destination: { write: () => undefined } });
  const office = await openOffice(loadConfig(env), { log });
  try {
    const { docs } = await office.payload.find({ collection: 'inquiries' as never, limit: 10 });
    return (docs as unknown as { text: string }[]).map(({ text }) => text);
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

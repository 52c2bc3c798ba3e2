import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@kontor/config';
import { createLog } from '@kontor/log';
import { openOffice } from '@kontor/suite';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingForBrowser, openBrowser, watch } from '../journeys/browser.ts';
import { signIn } from '../journeys/office-steps.ts';
import { sendMail } from '../journeys/send-mail.ts';
import { firmAdmin, prepareFirm, recipient } from './bench-firm.ts';
import { type DnsServer, startDns } from './dns-server.ts';
import { median, percentile } from './figures.ts';
import { type House, newHouse, startHouse } from './house.ts';
import { seedInbox } from './mail-seed.ts';
import { arrivalsOf, scrollToEnd } from './watch-list.ts';

const conversations = 10_000;
/** The goals in milliseconds; the suite asserts many times as much. */
const goals = { task: 100, arrival: 1000 };

describe.skipIf(missingForBrowser().length > 0)('ten thousand conversations in the browser', () => {
  let folder: string;
  let dns: DnsServer;
  let house: House;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let inbox: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kontor-mail-browser-'));
    dns = await startDns({});
    const env = await newHouse(join(folder, 'data'));
    env['KONTOR_DNS'] = dns.address;
    await prepareFirm(env);
    const seeding = await openOffice(loadConfig(env), { log: createLog({ part: 'test', level: 'error' }) });
    await seedInbox(seeding, { address: recipient, conversations });
    await seeding.close();
    house = await startHouse(env);
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    page.setDefaultTimeout(45_000);
    const office = `http://localhost:${env['KONTOR_OFFICE_PORT']}`;
    inbox = `${office}/mail/${recipient}/inbox`;
    ({ complaints } = watch(page, [office]));
    await signIn(page, office, firmAdmin);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.supervisor.stop();
    dns?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a new mail is a row soon after its 250', async () => {
    await page.goto(inbox);
    await page.locator('[data-thread]').first().waitFor();
    const arrivals = await arrivalsOf(page);
    const taken: number[] = [];
    for (let number = 0; number < 20; number += 1) {
      const subject = `Arrival ${number} of twenty`;
      await sendMail(Number(house.env['KONTOR_SMTP_PORT']), {
        from: 'joerg@nordholz.example',
        to: recipient,
        subject,
        text: 'The glass is here.',
      });
      const accepted = Date.now();
      taken.push((await arrivals.when(subject)) - accepted);
    }
    const p95 = percentile(taken, 0.95);
    console.log(`from 250 to the row: median ${median(taken)} ms, p95 ${p95} ms`);
    expect(p95).toBeLessThan(15 * goals.arrival);
  });

  test('from top to bottom: at most 100 rows in the document, and hardly a long task', async () => {
    await page.goto(inbox);
    await page.locator('[data-thread]').first().waitFor();
    const { mostRows, tasks, last, tookMs } = await scrollToEnd(page);
    const longest = Math.max(0, ...tasks);
    console.log(
      `${conversations} conversations in ${(tookMs / 1000).toFixed(1)} s: at most ${mostRows} rows, longest task ${longest} ms, ${tasks.filter((ms) => ms > goals.task).length} over ${goals.task} ms`,
    );
    expect(last).toBeGreaterThanOrEqual(conversations);
    expect(mostRows).toBeGreaterThan(5);
    expect(mostRows).toBeLessThanOrEqual(100);
    // One may stand still for a while because of what else runs here, many do not.
    expect(longest).toBeLessThan(30 * goals.task);
    expect(tasks.filter((ms) => ms > 5 * goals.task).length).toBeLessThan(5);
    expect(complaints).toEqual([]);
  });
});

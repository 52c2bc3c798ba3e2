import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { missingForBrowser, openBrowser } from '../journeys/browser.ts';
import { signIn } from '../journeys/office-steps.ts';
import { clickToMessage } from './click-to-message.ts';
import { type DemoHouse, openDemo } from './demo-house.ts';
import { atMost, type Figure, median, percentile, rounded } from './figures.ts';
import { heldBy, memoryFigures, sumOf } from './memory.ts';

const restMs = 15_000;
const wikiRounds = 200;

/** What a person waits for in the furnished demo, and what it holds in memory once everything in it is indexed. */
export async function demoFigures(): Promise<Figure[]> {
  const missing = missingForBrowser();
  if (missing.length > 0) return [{ name: 'The demo', value: `not measured: ${missing.join(', ')} missing` }];
  const demo = await openDemo();
  try {
    const browser = await openBrowser();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    const page = await context.newPage();
    await signIn(page, demo.officeUrl, demo.person('grace'));
    await untilIndexed(demo, context);
    await pause(restMs);
    const indexed = heldBy(demo.supervisorPid);
    const pages = await wikiTimes(demo, context);
    const clicks = await clickTimes(demo, page);
    await browser.close();
    await pause(restMs);
    const used = sumOf(heldBy(demo.supervisorPid));
    return [
      ...waitFigures(pages, clicks),
      ...memoryFigures('of the demo, indexed', indexed, 750),
      { name: 'Memory of the demo, after that much use', value: `${rounded(used)} MB` },
    ];
  } finally {
    await demo.stop();
  }
}

/** What was written last is found: the index follows in the order of the changes. */
async function untilIndexed({ officeUrl }: DemoHouse, { request }: BrowserContext): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    const answer = await request.get(`${officeUrl}/search-data?q=asbestos`);
    const { groups = [] } = (await answer.json()) as { groups?: unknown[] };
    if (groups.length > 0) return;
    if (Date.now() > until) throw new Error(`nothing is indexed: ${answer.status()}`);
    await pause(250);
  }
}

/** Milliseconds from asking for a wiki page, signed in, to the end of its answer; all pages of the menu in turn. */
async function wikiTimes({ officeUrl }: DemoHouse, context: BrowserContext): Promise<number[]> {
  const cookies = await context.cookies(officeUrl);
  const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
  const read = async (path: string): Promise<string> => {
    const answer = await fetch(`${officeUrl}${path}`, { headers });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  };
  const space = /href="(\/wiki\/[^/"]+)"/.exec(await read('/wiki'))?.[1];
  const found =
    space && (await read(space)).matchAll(new RegExp(`href="(${space}/[^/"]+-[a-z2-9]{10})"`, 'g'));
  const paths = [...new Set([...(found || [])].map(([, path]) => path as string))];
  if (paths.length < 5) throw new Error(`the wiki shows only ${paths.length} pages`);
  const taken: number[] = [];
  for (let round = -20; round < wikiRounds; round += 1) {
    const began = performance.now();
    await read(paths[Math.abs(round) % paths.length] as string);
    if (round >= 0) taken.push(performance.now() - began);
  }
  return taken;
}

/** Every conversation in view of a full inbox, each opened once, at the pace of a hurried person. */
async function clickTimes({ officeUrl }: DemoHouse, page: Page): Promise<number[]> {
  await page.goto(`${officeUrl}/mail/hello@brightwater.example/inbox`);
  await page.locator('a[data-thread]').nth(7).waitFor();
  const taken: number[] = [];
  for (const row of [7, 6, 5, 4, 3, 2, 1, 0]) {
    await pause(500);
    taken.push(...(await clickToMessage(page, [row])));
  }
  return taken;
}

const waitFigures = (pages: number[], clicks: number[]): Figure[] => [
  {
    name: 'Wiki page, asked to answered',
    value: `p50 ${rounded(median(pages), 1)} ms, p95 ${rounded(percentile(pages, 0.95), 1)} ms`,
  },
  {
    name: 'Mail, from the click to the message',
    value: `p50 ${rounded(median(clicks))} ms, most ${rounded(Math.max(...clicks))} ms`,
    goal: atMost(median(clicks), 150, '≤ 150 ms'),
  },
];

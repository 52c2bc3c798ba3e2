import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from '../load/figures.ts';

const run = promisify(execFile);
const lighthouse = join(import.meta.dirname, '../../node_modules/.bin/lighthouse');
const chromium = '/usr/bin/chromium';
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

type Category = (typeof categories)[number];
export type Scores = Record<Category, number>;
export interface AuditOptions {
  runs?: number;
  only?: readonly Category[];
  /** A JSON file of headers that are sent with each request: a session is not for the list of processes. */
  headers?: string;
}

interface Report {
  finalDisplayedUrl: string;
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { score: number | null; title: string }>;
}

export const missingForLighthouse = (): string[] => (existsSync(chromium) ? [] : ['Chromium']);

/** Lighthouse's scores (0 to 100) for a page on a mobile telephone: the median of the runs, what lost points, where it ended. */
export async function audit(
  address: string,
  { runs = 5, only = categories, headers }: AuditOptions = {},
): Promise<{ scores: Scores; lost: string[]; url: string }> {
  const flags = [`--only-categories=${only.join(',')}`, ...(headers ? [`--extra-headers=${headers}`] : [])];
  const reports: Report[] = [];
  for (let done = 0; done < runs; done += 1) reports.push(await auditOnce(address, flags));
  const score = (report: Report, name: string) => Math.round((report.categories[name]?.score ?? 0) * 100);
  const medians = only.map((name) => [name, median(reports.map((report) => score(report, name)))]);
  const lost = Object.entries(reports[0]?.audits ?? {}).filter(
    ([, { score: points }]) => points !== null && points < 0.9,
  );
  return {
    scores: Object.fromEntries(medians) as Scores,
    lost: lost.map(([id, { title }]) => `${id}: ${title}`),
    url: reports[0]?.finalDisplayedUrl ?? '',
  };
}

async function auditOnce(url: string, more: string[], triesLeft = 2): Promise<Report> {
  const flags = [
    ...more,
    '--quiet',
    '--output=json',
    '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage',
  ];
  const env = { ...process.env, CHROME_PATH: chromium, CI: '1' };
  const options = { env, maxBuffer: 64 * 1024 * 1024, timeout: 300_000 };
  try {
    const { stdout } = await run(lighthouse, [url, ...flags], options);
    return JSON.parse(stdout) as Report;
  } catch (error) {
    // A run that saw nothing, because the machine was busy, says nothing of the page.
    const said = String((error as { stderr?: string }).stderr || (error as Error).message).slice(0, 500);
    if (triesLeft > 0 && said.includes('run Lighthouse again')) return auditOnce(url, more, triesLeft - 1);
    throw new Error(`Lighthouse: ${said}`);
  }
}

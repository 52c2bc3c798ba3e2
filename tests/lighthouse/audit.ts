import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from '../load/figures.ts';

const run = promisify(execFile);
const lighthouse = join(import.meta.dirname, '../../node_modules/.bin/lighthouse');
const chromium = '/usr/bin/chromium';
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export type Scores = Record<(typeof categories)[number], number>;
interface Report {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { score: number | null; title: string }>;
}

export const missingForLighthouse = (): string[] => (existsSync(chromium) ? [] : ['Chromium']);

/** Lighthouse's scores (0 to 100) for a page on a mobile telephone: the median of the runs, and what lost points. */
export async function audit(url: string, runs = 5): Promise<{ scores: Scores; lost: string[] }> {
  const reports: Report[] = [];
  for (let done = 0; done < runs; done += 1) reports.push(await auditOnce(url));
  const score = (report: Report, name: string) => Math.round((report.categories[name]?.score ?? 0) * 100);
  const medians = categories.map((name) => [name, median(reports.map((report) => score(report, name)))]);
  const lost = Object.entries(reports[0]?.audits ?? {}).filter(
    ([, { score: points }]) => points !== null && points < 0.9,
  );
  return {
    scores: Object.fromEntries(medians) as Scores,
    lost: lost.map(([id, { title }]) => `${id}: ${title}`),
  };
}

async function auditOnce(url: string, triesLeft = 2): Promise<Report> {
  const flags = [
    '--quiet',
    '--output=json',
    '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage',
  ];
  const env = { ...process.env, CHROME_PATH: chromium, CI: '1' };
  const only = `--only-categories=${categories.join(',')}`;
  const options = { env, maxBuffer: 64 * 1024 * 1024, timeout: 120_000 };
  try {
    const { stdout } = await run(lighthouse, [url, ...flags, only], options);
    return JSON.parse(stdout) as Report;
  } catch (error) {
    // A run that saw nothing, because the machine was busy, says nothing of the page.
    const said = String((error as { stderr?: string }).stderr || (error as Error).message).slice(0, 500);
    if (triesLeft > 0 && said.includes('run Lighthouse again')) return auditOnce(url, triesLeft - 1);
    throw new Error(`Lighthouse: ${said}`);
  }
}

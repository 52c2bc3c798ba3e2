import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, systemClock } from '@kontor/core';
import type { Log } from '@kontor/log';
import { type RunningSite, startSite } from '#start-site.ts';
import type { View } from '#view.ts';

export const siteKey = Buffer.from('a key that only tests know, long enough');

/** The page as data: tests of the server look at what is shown, not at the mark-up. */
const asData = async ({ body, locale, title, form, status }: View): Promise<string> =>
  `<html lang="${locale}"><title>${title}</title>${status} ${body.kind} ${JSON.stringify(form)}</html>`;

const silent: Log = { event() {}, warn() {}, error() {}, debug() {} };

export interface TestSite {
  address: string;
  dir: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  ask(fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** A token as the form at /contact carries it. */
  token(): Promise<string>;
  stop(): Promise<void>;
}

export const newSiteDir = (): Promise<string> => mkdtemp(join(tmpdir(), 'kontor-site-'));
export const removeSiteDir = (dir: string): Promise<void> => rm(dir, { recursive: true, force: true });

interface Options {
  office: string;
  dir: string;
  clock?: Clock;
  render?: (view: View) => Promise<string>;
}

export async function openSite(options: Options): Promise<TestSite> {
  const { office, dir, clock = systemClock, render = asData } = options;
  const site: RunningSite = await startSite({
    dir,
    mediaDir: join(dir, 'media'),
    office,
    siteUrl: 'https://brightwater.example',
    siteKey,
    formKey: siteKey,
    baseCss: 'body{}',
    render,
    clock,
    log: silent,
    pollMs: 40,
  });
  const address = `http://127.0.0.1:${await site.listen(0, '127.0.0.1')}`;
  const opened: TestSite = {
    address,
    dir,
    get: (path, headers = {}) => fetch(`${address}${path}`, { headers, redirect: 'manual' }),
    ask: (fields, headers = {}) =>
      fetch(`${address}/contact`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers,
        redirect: 'manual',
      }),
    async token() {
      const html = await (await opened.get('/contact')).text();
      return /"token":"([^"]+)"/.exec(html)?.[1] ?? '';
    },
    stop: () => site.stop(),
  };
  return opened;
}

/** Waits until it is so, at most a minute. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`not within a minute: ${what}`);
    await sleep(10);
  }
}

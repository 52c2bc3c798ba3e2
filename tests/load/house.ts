import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@kontor/data/testing/free-port';
import { type Running, run } from './child.ts';
import { answers } from './ports.ts';

const root = join(import.meta.dirname, '../..');

export interface House {
  siteUrl: string;
  env: Record<string, string>;
  supervisor: Running;
  /** From the command to all parts answering, in seconds. */
  tookSeconds: number;
}

/** The environment of a Kontor of its own, on free ports. */
export async function newHouse(dataDir: string): Promise<Record<string, string>> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '/',
    KONTOR_DATA: dataDir,
    KONTOR_SITE_PORT: String(await freePort()),
    KONTOR_OFFICE_PORT: String(await freePort()),
    KONTOR_SMTP_PORT: String(await freePort()),
    KONTOR_SEARCH_PORT: String(await freePort()),
    ...ownDatabase(),
  };
}

/** Where its rows are when that is not the data folder: on the server that the run was given (tests/shared-mongod.ts). */
export function ownDatabase(): { KONTOR_DATABASE?: string } {
  const { KONTOR_DATABASE: named, KONTOR_TEST_MONGODB: server } = process.env;
  if (named) return { KONTOR_DATABASE: named };
  return server ? { KONTOR_DATABASE: `${server}kontor-${randomBytes(6).toString('hex')}` } : {};
}

/** Starts what is built, as `npm start` does once nothing is left to install or build. */
export async function startHouse(
  env: Record<string, string>,
  command: 'start' | 'demo' = 'start',
): Promise<House> {
  const began = performance.now();
  const supervisor = run(process.execPath, [join(root, 'apps/cli/dist/kontor.mjs'), command], env);
  const port = (name: string) => Number(env[`KONTOR_${name}_PORT`]);
  try {
    const allAnswer = Promise.all([
      healthy(port('SITE')),
      healthy(port('OFFICE')),
      answers(port('SMTP'), 60_000),
    ]);
    const ended = supervisor.gone.then(() => Promise.reject(new Error('the start command ended')));
    await Promise.race([allAnswer, ended]);
    ended.catch(() => {});
  } catch (error) {
    await supervisor.stop();
    throw new Error(`${(error as Error).message}\n${supervisor.lastWords()}`);
  }
  const tookSeconds = (performance.now() - began) / 1000;
  return { siteUrl: `http://127.0.0.1:${port('SITE')}/`, env, supervisor, tookSeconds };
}

/** The link that sets up its firm, printed when every part answers: search and VPN may come after the doors waited for. */
export async function setUpLink({ supervisor }: House): Promise<string> {
  const until = Date.now() + 60_000;
  for (;;) {
    const link = /http:\/\/localhost:\d+\/setup\?token=\S+(?=\s)/.exec(supervisor.lastWords())?.[0];
    if (link) return link;
    if (Date.now() > until) throw new Error(`no link to set up the firm:\n${supervisor.lastWords()}`);
    await pause(50);
  }
}

async function healthy(port: number): Promise<void> {
  await answers(port, 60_000);
  const until = Date.now() + 60_000;
  while (!(await says200(`http://127.0.0.1:${port}/health`))) {
    if (Date.now() > until) throw new Error(`port ${port} is open, but /health is not 200`);
  }
}

async function says200(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).status === 200;
  } catch {
    return false;
  }
}

import { join } from 'node:path';
import { type Running, run } from './child.ts';
import { answers, freePort } from './ports.ts';

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
    ...(process.env.KONTOR_DATABASE ? { KONTOR_DATABASE: process.env.KONTOR_DATABASE } : {}),
  };
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

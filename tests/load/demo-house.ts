import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newHouse, startHouse } from './house.ts';

export interface DemoHouse {
  /** Without a slash at its end. */
  siteUrl: string;
  /** Without a slash at its end. */
  officeUrl: string;
  /** What its parts are started with. */
  env: Record<string, string>;
  supervisorPid: number;
  /** How one of its people signs in: "marta" and the like. */
  person(name: string): { email: string; password: string };
  /** Stops every part; the folder stays. */
  close(): Promise<void>;
  stop(): Promise<void>;
}

const patienceMs = 300_000;

/** Starts the demo in a folder of its own and waits until it is furnished: the parts answer long before that. */
export async function openDemo(): Promise<DemoHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-demo-house-'));
  const { env, siteUrl, supervisor } = await startHouse(await newHouse(folder), 'demo');
  const close = () => supervisor.stop();
  const stop = async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  };
  const demo: DemoHouse = {
    siteUrl: siteUrl.replace(/\/$/, ''),
    officeUrl: `http://localhost:${env['KONTOR_OFFICE_PORT']}`,
    env,
    supervisorPid: supervisor.pid,
    person(name) {
      const email = `${name}@brightwater.example`;
      return {
        email,
        password: readJson<Record<string, string>>(folder, 'secrets/demo-passwords.json')[email] ?? '',
      };
    },
    close,
    stop,
  };
  const until = Date.now() + patienceMs;
  while (!(await isFurnished(folder, demo.siteUrl))) {
    if (Date.now() > until) {
      await stop();
      throw new Error(`the demo is not furnished: ${supervisor.lastWords()}`);
    }
    await pause(250);
  }
  return demo;
}

/** The folder says when all is written; the site shows it a moment later, its menu last. */
async function isFurnished(folder: string, siteUrl: string): Promise<boolean> {
  if (!existsSync(join(folder, 'demo.json')) || !readJson<{ done: boolean }>(folder, 'demo.json').done)
    return false;
  return (await (await fetch(`${siteUrl}/ar`)).text()).includes('href="/ar/about"');
}

const readJson = <Content>(folder: string, name: string): Content =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as Content;

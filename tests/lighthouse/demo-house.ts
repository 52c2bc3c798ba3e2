import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newHouse, startHouse } from '../load/house.ts';

export interface DemoHouse {
  /** Without a slash at its end. */
  siteUrl: string;
  stop(): Promise<void>;
}

/** Starts the demo in a folder of its own and waits until it is furnished: the parts answer long before that. */
export async function openDemo(): Promise<DemoHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-demo-house-'));
  const house = await startHouse(await newHouse(folder), 'demo');
  const stop = async () => {
    await house.supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const siteUrl = house.siteUrl.replace(/\/$/, '');
  const until = Date.now() + 240_000;
  // Its menu is written last, and nothing else on the first page leads to who they are.
  while (!(await (await fetch(`${siteUrl}/ar`)).text()).includes('href="/ar/about"')) {
    if (Date.now() > until) {
      await stop();
      throw new Error(`the demo is not furnished: ${house.supervisor.lastWords()}`);
    }
    await pause(250);
  }
  return { siteUrl, stop };
}

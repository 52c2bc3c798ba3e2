import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startDns } from '../load/dns-server.ts';
import { type House, newHouse, startHouse } from '../load/house.ts';
import { openBrowser } from './browser.ts';

export interface OpenHouse {
  house: House;
  browser: Browser;
  /** Without a slash at its end. */
  office: string;
  /** Stops every part and the browser, and takes the folder away. */
  close(): Promise<void>;
}

/** A Kontor of its own that nobody has set up, which asks no DNS but its own, and a browser beside it. */
export async function openHouse(): Promise<OpenHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-journey-'));
  const dns = await startDns({});
  const env = await newHouse(join(folder, 'data'));
  const leave = () => {
    dns.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const opening = [startHouse({ ...env, KONTOR_DNS: dns.address }), openBrowser()] as const;
  const [house, browser] = await Promise.all(opening).catch((error) => {
    leave();
    throw error;
  });
  return {
    house,
    browser,
    office: `http://localhost:${env['KONTOR_OFFICE_PORT']}`,
    async close() {
      await browser.close();
      await house.supervisor.stop();
      leave();
    },
  };
}

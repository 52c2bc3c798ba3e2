import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { freePort } from '@kontor/data/testing/free-port';

const cli = resolve(import.meta.dirname, '../..');

export interface FakeHouse {
  root: string;
  dataDir: string;
  env: Record<string, string>;
  remove(): void;
}

/** A folder as Kontor's own, whose parts and whose office are small fakes; everything else in it is the real thing. */
export async function makeFakeHouse(): Promise<FakeHouse> {
  const root = mkdtempSync(join(tmpdir(), 'kontor-house-'));
  for (const name of ['site', 'office', 'mail', 'vpn']) {
    mkdirSync(join(root, 'apps', name, 'dist'), { recursive: true });
    cpSync(join(cli, 'src/testing/fake-part.mjs'), join(root, 'apps', name, 'dist/main.mjs'));
  }
  // The office's entry stands before Next's own server, which must be there too.
  const server = join(root, 'apps/office/.next/standalone/apps/office/server.js');
  mkdirSync(dirname(server), { recursive: true });
  writeFileSync(server, '');
  cpSync(join(cli, 'launch/leash.mjs'), join(root, 'apps/cli/launch/leash.mjs'), { recursive: true });
  cpSync(join(cli, 'src/testing/fake-office-child.mjs'), join(root, 'office-child.mjs'));
  const dataDir = join(root, 'data');
  mkdirSync(dataDir);
  writeFileSync(join(root, 'notes'), '');
  const env = {
    PATH: process.env.PATH ?? '',
    KONTOR_DATA: dataDir,
    KONTOR_SITE_PORT: String(await freePort()),
    KONTOR_OFFICE_PORT: String(await freePort()),
    KONTOR_SMTP_PORT: String(await freePort()),
    KONTOR_SEARCH_PORT: String(await freePort()),
  };
  return { root, dataDir, env, remove: () => rmSync(root, { recursive: true, force: true }) };
}

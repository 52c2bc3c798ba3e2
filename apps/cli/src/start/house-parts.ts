import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cliProblems } from '#problems.ts';
import type { Part } from '#supervise/part.ts';
import { httpProbe, reachableHost, smtpProbe, socketProbe } from '#supervise/probe.ts';
import { environmentOf, type House } from '../world.ts';
import { searchPart } from './search-part.ts';

const names = ['site', 'office', 'mail', 'vpn'] as const;
type Name = (typeof names)[number];

interface Options {
  /** The demo's, for the checks of mail. */
  dns?: string;
  /** Run the source and reload it. */
  source?: boolean;
}

/** Every part of the house, as the supervisor starts it. */
export function houseParts(house: House, { dns, source = false }: Options = {}): Part[] {
  const own = names.map((name) => ({
    name,
    command: process.execPath,
    args: source ? sourceLine(house, name) : builtLine(house, name),
    cwd: house.root,
    env: { ...settingsFor(house, name, dns), ...(source ? { NODE_ENV: 'development' } : {}) },
    logFile: join(house.config.logsDir, `${name}.log`),
    probe: probeOf(house, name),
  }));
  const search = searchPart(house);
  return search ? [...own, search] : own;
}

/** Raises cli.not-built with the names of the parts that have no build. */
export function requireBuilt(house: House): void {
  const missing = names.filter((name) => {
    const needs = name === 'office' ? [entryOf(house, name), officeServer(house)] : [entryOf(house, name)];
    return !needs.every((path) => existsSync(path));
  });
  if (missing.length > 0) cliProblems.raise('not-built', { values: { list: missing.join(', ') } });
}

const entryOf = ({ root }: House, name: Name): string => join(root, 'apps', name, 'dist/main.mjs');

const officeServer = ({ root }: House): string =>
  join(root, 'apps/office/.next/standalone/apps/office/server.js');

function builtLine(house: House, name: Name): string[] {
  const leash = join(house.root, 'apps/cli/launch/leash.mjs');
  // Little room for garbage keeps a process small; mail makes much of it in a burst.
  const youngMegabytes = name === 'mail' ? 4 : 1;
  return [`--max-semi-space-size=${youngMegabytes}`, '--import', leash, entryOf(house, name)];
}

function sourceLine({ root, config }: House, name: Name): string[] {
  const at = (path: string): string => join(root, path);
  const watch = (...folders: string[]): string[] => folders.map((folder) => `--watch-path=${at(folder)}`);
  switch (name) {
    case 'mail':
    case 'vpn':
      return ['--watch', '--watch-preserve-output', at(`apps/${name}/src/main.ts`)];
    case 'site':
      return [...watch('apps/site/src', 'packages/website/src'), at('apps/site/scripts/dev.mjs')];
    case 'office': {
      const listen = ['--port', String(config.ports.office), '--hostname', config.host];
      return [at('node_modules/.bin/next'), 'dev', at('apps/office'), ...listen];
    }
  }
}

function settingsFor(house: House, name: Name, dns: string | undefined): Record<string, string> {
  const env = environmentOf(house, name === 'mail' && dns ? { KONTOR_DNS: dns } : {});
  // They have no way to the database, so they do not learn where that is.
  if (name === 'site' || name === 'vpn') {
    delete env.KONTOR_DATABASE;
    delete env.KONTOR_DATABASE_FILE;
  }
  // Only the office asks the index.
  if (name !== 'office') {
    delete env.KONTOR_MEILI_URL;
    delete env.KONTOR_MEILI_URL_FILE;
    delete env.KONTOR_MEILI_KEY;
    delete env.KONTOR_MEILI_KEY_FILE;
  }
  return env;
}

function probeOf({ config: { host, ports, vpnSocket } }: House, name: Name) {
  const at = reachableHost(host);
  if (name === 'mail') return smtpProbe(at, ports.smtp);
  if (name === 'vpn') return socketProbe(vpnSocket);
  return httpProbe(at, name === 'site' ? ports.site : ports.office);
}

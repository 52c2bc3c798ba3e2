import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Config, loadConfig } from '@kontor/config';
import { findServer } from '@kontor/search/server';
import { cliProblems } from './problems.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a command has of the world around it. */
export interface World {
  environment: Environment;
  /** Kontor's folder. */
  root: string;
  /** The script that opens the office; a process of its own, so that this one stays small. */
  officeChild: string;
  say(line: string): void;
  complain(line: string): void;
}

/** A Kontor with its settings: the firm's, or the demo's. */
export interface House extends World {
  config: Config;
  /** The Meilisearch that this house starts itself; none where the settings name one, or there is none. */
  meilisearch?: { path: string; from: 'npm' | 'PATH' };
  /** The one npm brought, where this user may not run it. */
  forbiddenMeilisearch?: string;
  /** The settings for the processes of this house. */
  settings: Record<string, string>;
}

/** Reads the settings. The demo has a data folder of its own, unless KONTOR_DATA names one. */
export function openHouse(world: World, { demo = false } = {}): House {
  const settings: Record<string, string> = {};
  for (const [name, value] of Object.entries(world.environment)) {
    if (name.startsWith('KONTOR_') && value) settings[name] = value;
  }
  if (demo) {
    settings.KONTOR_DEMO = '1';
    if (!settings.KONTOR_DATA && !settings.KONTOR_DATA_FILE)
      settings.KONTOR_DATA = resolve(world.root, 'data/demo');
  }
  // The data folder is meant from where Kontor lies, whatever folder the command is typed in.
  const config = loadConfig(withAbsoluteData(settings, world.root));
  delete settings.KONTOR_DATA_FILE;
  settings.KONTOR_DATA = config.dataDir;
  return { ...world, config, settings, ...meilisearchOf(world, config) };
}

function meilisearchOf({ root, environment }: World, { search }: Config): Partial<House> {
  if (search) return {};
  const found = findServer(root, environment.PATH ?? '');
  if (found.ok) return { meilisearch: { path: found.path, from: found.from } };
  return found.forbidden ? { forbiddenMeilisearch: found.forbidden } : {};
}

function withAbsoluteData(settings: Record<string, string>, root: string): Record<string, string> {
  if (settings.KONTOR_DATA_FILE) return settings;
  return { ...settings, KONTOR_DATA: resolve(root, settings.KONTOR_DATA ?? 'data') };
}

/** False before the first start. Throws where this user may not look: that is not the same. */
export function hasData({ database }: Config): boolean {
  return database.kind === 'mongodb' || statSync(database.file, { throwIfNoEntry: false }) !== undefined;
}

/** Raises cli.no-data before the first start: looking must not begin a data folder. */
export function requireData({ config }: House): void {
  if (!hasData(config)) cliProblems.raise('no-data', { values: { dir: config.dataDir } });
}

const passedOn = /^(PATH|HOME|USER|LOGNAME|LANG|LC_\w+|TZ|TMPDIR|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR))$/;

/** Where the Meilisearch of this house listens. */
const addressOf = ({ config }: House): string => `http://127.0.0.1:${config.ports.search}`;

/** The environment of a process of this house: its settings, and of the rest only what a process needs. */
export function environmentOf(house: House, extra: Record<string, string> = {}): Record<string, string> {
  const env: Record<string, string> = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  for (const [name, value] of Object.entries(house.environment)) {
    if (value !== undefined && passedOn.test(name)) env[name] = value;
  }
  const own = house.meilisearch ? { KONTOR_MEILI_URL: addressOf(house) } : {};
  return { ...env, ...house.settings, ...own, ...extra };
}

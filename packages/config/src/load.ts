import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fieldProblems } from '@kontor/core';
import { type Outbound, outboundOf } from './outbound.ts';
import { configProblems } from './problems.ts';
import { type Settings, settings, settingsSchema } from './schema.ts';

export interface Config {
  readonly dataDir: string;
  readonly database: { kind: 'sqlite'; file: string } | { kind: 'mongodb'; url: string };
  readonly host: string;
  readonly ports: {
    readonly site: number;
    readonly office: number;
    readonly smtp: number;
    readonly search: number;
  };
  /** Where Meilisearch is; none when this Kontor has no index. Its key is a secret of ours unless one is given. */
  readonly search?: { readonly url: string; readonly key?: string };
  /** Public addresses, without a slash at the end. */
  readonly siteUrl: string;
  readonly officeUrl: string;
  readonly mailHostname: string;
  readonly smtp: {
    /** Bytes. */
    readonly maxSize: number;
    readonly maxConnections: number;
    /** Paths of PEM files. */
    readonly tls?: { readonly cert: string; readonly key: string };
  };
  /** Where mail goes that is for others. */
  readonly outbound: Outbound;
  /** "address:port" each; empty means the host's own resolvers. */
  readonly dns: readonly string[];
  readonly vpn: Settings['KONTOR_VPN'];
  readonly logLevel: Settings['KONTOR_LOG_LEVEL'];
  readonly demo: boolean;
  readonly secretsDir: string;
  readonly blobsDir: string;
  readonly mediaDir: string;
  readonly logsDir: string;
  /** What the website keeps on its own disk. */
  readonly siteDir: string;
  /** What the VPN service keeps on its own disk. */
  readonly vpnDir: string;
  /** Sockets and locks of running parts. */
  readonly runDir: string;
  /** The index of Meilisearch: made from the data, so it need not be kept. */
  readonly searchDir: string;
  /** Where the VPN service listens. */
  readonly vpnSocket: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Parses the environment once, at start. Throws `Problem` naming every variable that is wrong, and any KONTOR_*
 * variable that does not exist, so that a misspelt one is not silently ignored.
 */
export function loadConfig(environment: Environment): Config {
  const given = withFiles(environment);
  refuseUnknown(given);
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const fields = fieldProblems(parsed.error);
    const list = Object.entries(fields).map(([name, why]) => `${name} ${why}`);
    return configProblems.raise('invalid-settings', { values: { list: list.join('; ') }, fields });
  }
  return Object.freeze(toConfig(parsed.data));
}

function withFiles(environment: Environment): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith('KONTOR_') || value === undefined || value === '') continue;
    const plain = name.endsWith('_FILE') ? name.slice(0, -'_FILE'.length) : name;
    given[plain] = plain === name ? value : readSetting(name, value);
  }
  return given;
}

function readSetting(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    return configProblems.raise('unreadable-file', { values: { name, path }, cause });
  }
}

/** Variables that steer a build or a test run, not the product. */
const foreign = /^KONTOR_(TEST|NEXT|BENCH)_/;

function refuseUnknown(given: Record<string, string>): void {
  const unknown = Object.keys(given).filter((name) => !(name in settings) && !foreign.test(name));
  if (unknown.length > 0) configProblems.raise('unknown-settings', { values: { list: unknown.join(', ') } });
}

const loopback = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

function toConfig(given: Settings): Config {
  if (given.KONTOR_DEMO && !loopback.test(given.KONTOR_HOST)) {
    configProblems.raise('demo-not-on-loopback', { values: { host: given.KONTOR_HOST } });
  }
  refuseSharedPort(given);
  const dataDir = resolve(given.KONTOR_DATA);
  const ports = {
    site: given.KONTOR_SITE_PORT,
    office: given.KONTOR_OFFICE_PORT,
    smtp: given.KONTOR_SMTP_PORT,
    search: given.KONTOR_SEARCH_PORT,
  };
  const { KONTOR_MEILI_URL: meili, KONTOR_MEILI_KEY: meiliKey } = given;
  const tls = certificate(given);
  return {
    dataDir,
    database:
      given.KONTOR_DATABASE === 'sqlite'
        ? { kind: 'sqlite', file: join(dataDir, 'kontor.db') }
        : { kind: 'mongodb', url: given.KONTOR_DATABASE },
    host: given.KONTOR_HOST,
    ports,
    ...(meili ? { search: { url: meili, ...(meiliKey ? { key: meiliKey } : {}) } } : {}),
    // Cookies ignore ports: two host names keep the office's cookie away from the site.
    siteUrl: given.KONTOR_SITE_URL ?? `http://127.0.0.1:${ports.site}`,
    officeUrl: given.KONTOR_OFFICE_URL ?? `http://localhost:${ports.office}`,
    mailHostname: given.KONTOR_MAIL_HOSTNAME.toLowerCase(),
    smtp: {
      maxSize: given.KONTOR_SMTP_MAX_SIZE,
      maxConnections: given.KONTOR_SMTP_MAX_CONNECTIONS,
      ...(tls ? { tls } : {}),
    },
    outbound: outboundOf(given),
    dns: given.KONTOR_DNS?.split(',') ?? [],
    vpn: given.KONTOR_VPN,
    logLevel: given.KONTOR_LOG_LEVEL,
    demo: given.KONTOR_DEMO,
    secretsDir: join(dataDir, 'secrets'),
    blobsDir: join(dataDir, 'blobs'),
    mediaDir: join(dataDir, 'media'),
    logsDir: join(dataDir, 'logs'),
    siteDir: join(dataDir, 'site'),
    vpnDir: join(dataDir, 'vpn'),
    runDir: join(dataDir, 'run'),
    searchDir: join(dataDir, 'search'),
    vpnSocket: join(dataDir, 'run', 'vpn.sock'),
  };
}

function refuseSharedPort(given: Settings): void {
  const names = ['KONTOR_SITE_PORT', 'KONTOR_OFFICE_PORT', 'KONTOR_SMTP_PORT', 'KONTOR_SEARCH_PORT'] as const;
  for (const name of names) {
    const alike = names.filter((other) => given[other] === given[name]);
    if (alike.length > 1)
      configProblems.raise('ports-alike', { values: { port: given[name], list: alike.join(', ') } });
  }
}

function certificate(given: Settings): { cert: string; key: string } | undefined {
  const { KONTOR_TLS_CERT: cert, KONTOR_TLS_KEY: key } = given;
  if (!cert && !key) return undefined;
  if (!cert || !key) return configProblems.raise('half-a-certificate');
  return { cert: resolve(cert), key: resolve(key) };
}

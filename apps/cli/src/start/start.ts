import { statfsSync } from 'node:fs';
import { askOffice } from '#ask-office.ts';
import { readMarker } from '#demo/marker.ts';
import { cliProblems } from '#problems.ts';
import { takeLock } from '#supervise/lock.ts';
import { requirePorts } from '#supervise/ports.ts';
import { type House, openHouse, type World } from '#world.ts';
import { announcement } from './announce.ts';
import { claimDemoFolder } from './demo-folder.ts';
import { houseParts, requireBuilt } from './house-parts.ts';
import { keepHealth } from './keep-health.ts';
import { type Running, runParts } from './run-parts.ts';
import { prepareSearch } from './search-part.ts';
import { onStopSignals, type Stopping } from './stop-signals.ts';

interface Options {
  demo?: boolean;
  fresh?: boolean;
  source?: boolean;
}

/** Starts every part and stays until asked to stop; then every part has stopped. */
export async function start(world: World, options: Options = {}): Promise<number> {
  const house = openHouse(world, options);
  const lock = takeLock(house.config);
  const stopping = onStopSignals();
  try {
    requireSpace(house);
    await requirePorts(house, lock.tookOver ? partsLeaveMs : 0);
    await requireCertificate(house);
    if (!options.source) requireBuilt(house);
    await (house.config.demo ? runDemo(house, stopping, options) : runOffice(house, stopping, options));
    return 0;
  } catch (error) {
    // What was cut off by the wish to stop did not fail.
    if (!stopping.signal.aborted) throw error;
    house.say('Stopped.');
    return 0;
  } finally {
    stopping.forget();
    lock.letGo();
  }
}

const partsLeaveMs = 10_000;
const least = 50 * 1024 * 1024;

function requireSpace({ config: { dataDir } }: House): void {
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < least) cliProblems.raise('disk-full', { values: { dir: dataDir } });
}

/** Without this a wrong path would be a part that dies again and again. */
async function requireCertificate({ config: { smtp } }: House): Promise<void> {
  if (!smtp.tls) return;
  const { readCertificate } = await import('#doctor/look-at-tls.ts');
  const read = readCertificate(smtp.tls);
  if (!read.ok) cliProblems.raise('certificate-unusable', { values: { why: read.why } });
}

async function runOffice(house: House, stopping: Stopping, { source = false }: Options): Promise<void> {
  const { domain, setupToken } = await prepare(house, stopping);
  await withParts(house, stopping, { source }, async () => announce(house, { domain, setupToken }));
}

async function runDemo(house: House, stopping: Stopping, options: Options): Promise<void> {
  const { config, say } = house;
  const { fresh = false, source = false } = options;
  const claim = claimDemoFolder(config, { fresh, now: Date.now() });
  const { domain } = await prepare(house, stopping);
  if (claim.isNew && domain) claim.refuse();
  const { startDemoDns } = await import('#demo/demo-dns.ts');
  const { demoPasswords } = await import('#demo/passwords.ts');
  const dns = await startDemoDns(config);
  try {
    await withParts(house, stopping, { source, dns: dns.address }, async () => {
      if (!readMarker(config)?.done) {
        const env = { KONTOR_DNS: dns.address };
        await askOffice(house, 'loadDemo', {}, { env, signal: stopping.signal, onProgress: say });
      }
      const firm = domain ?? (await askOffice(house, 'firm', {})).domain;
      announce(house, { domain: firm, passwords: demoPasswords(config) });
    });
  } finally {
    await dns.close();
  }
}

async function prepare(house: House, { signal }: Stopping) {
  house.say('Preparing the database …');
  const found = await askOffice(house, 'prepare', {}, { signal });
  signal.throwIfAborted();
  return found;
}

/** Runs the parts until asked to stop; `whenReady` follows once each of them has answered. */
async function withParts(
  house: House,
  stopping: Stopping,
  options: { source: boolean; dns?: string },
  whenReady: () => Promise<void>,
): Promise<void> {
  prepareSearch(house);
  const running: Running = runParts(house, houseParts(house, options));
  stopping.onSecond(() => running.kill());
  let looking: { stop(): void } | undefined;
  try {
    await Promise.race([running.allReady, stopping.first]);
    looking = keepHealth(house);
    if (!stopping.signal.aborted) await whenReady();
    await stopping.first;
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
  } finally {
    looking?.stop();
    house.say('Stopping …');
    await running.stop();
    house.say('Stopped.');
  }
}

type Found = Pick<Parameters<typeof announcement>[0], 'domain' | 'setupToken' | 'passwords'>;

function announce(house: House, found: Found): void {
  const { config, environment, root } = house;
  const usesDefaultFolder = !environment.KONTOR_DATA && !environment.KONTOR_DATA_FILE;
  const ssh = environment.SSH_CONNECTION;
  for (const line of announcement({ config, root, ssh, usesDefaultFolder, ...found })) house.say(line);
}

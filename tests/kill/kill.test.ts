import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type EngineName, startMongod, testEngines } from '@kontor/data/testing';
import { freePort } from '@kontor/data/testing/free-port';
import { expect, test } from 'vitest';
import { domain, prepareFirm } from '../load/bench-firm.ts';
import { startDns } from '../load/dns-server.ts';
import { startMailPart } from '../load/mail-part.ts';
import { type Attempt, sendUntilDead } from './mail-load.ts';

/** The last of `--long` is a night's and a day's work: a kill takes about two seconds. */
const roundsOf = process.env.KONTOR_TEST_LONG ? [200, 10_000] : [20];
const asked = process.env.KONTOR_TEST_KILL_ROUNDS;
const runs = testEngines().flatMap((engine) =>
  (asked ? [Number(asked)] : roundsOf).map((rounds): [EngineName, number] => [engine, rounds]),
);
/** So many rounds share a data folder; then it is examined and thrown away, so that a long run fits a small disk. */
const campaign = 20;
const connections = 20;
const secondsPerRound = 40;

interface Found {
  messages: { id: string; hash: string; isSizeRight: boolean }[];
  placements: { message: string; folder: string; uid: number; modseq: number }[];
  changes: number;
}

// Side by side: each has its own folder, and much of the time goes by until a process has started.
test.concurrent.each(runs)(
  '%s: %i times kill -9 under load, every acknowledged message is there once and whole',
  { timeout: Math.max(...runs.map(([, rounds]) => rounds)) * secondsPerRound * 1000 + 60_000 },
  async (engine, rounds) => {
    const sum = { attempts: 0, acknowledged: 0, kept: 0, bytes: 0 };
    for (let first = 0; first < rounds; first += campaign) {
      const { attempts, found } = await runCampaign(engine, first, Math.min(campaign, rounds - first));
      const kept = examine(engine, attempts, found);
      sum.attempts += attempts.length;
      sum.acknowledged += attempts.filter(({ acknowledged }) => acknowledged).length;
      sum.bytes += attempts.reduce((bytes, attempt) => bytes + attempt.bytes, 0);
      sum.kept += kept;
    }
    // Dead in the middle of the work, or the test shows nothing.
    expect(sum.acknowledged).toBeGreaterThan(rounds);
    expect(sum.attempts).toBeGreaterThan(sum.acknowledged);
    process.stdout.write(
      `${engine}: ${rounds} kills, ${sum.attempts} messages begun (${Math.round(sum.bytes / 2 ** 20)} MiB), ` +
        `${sum.acknowledged} acknowledged, 0 lost, ${sum.kept} kept without their 250 having been heard\n`,
    );
  },
);

/** Rounds of load and kill on one data folder, and what a fresh process then finds there. */
async function runCampaign(
  engine: EngineName,
  first: number,
  count: number,
): Promise<{ attempts: Attempt[]; found: Found }> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-kill-'));
  const mongod = engine === 'mongodb' ? await startMongod() : null;
  const dns = await startDns({ 'x.test': 'v=spf1 ip4:127.0.0.1 -all' });
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    KONTOR_DATA: folder,
    KONTOR_SMTP_PORT: String(await freePort()),
    KONTOR_DNS: dns.address,
    ...(mongod ? { KONTOR_DATABASE: mongod.url } : {}),
  };
  try {
    await prepareFirm(env);
    const attempts: Attempt[] = [];
    for (let round = first; round < first + count; round += 1) attempts.push(...(await killOnce(env, round)));
    return { attempts, found: await lookAfresh(env) };
  } finally {
    dns.stop();
    await mongod?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function killOnce(env: Record<string, string>, round: number): Promise<Attempt[]> {
  const port = Number(env.KONTOR_SMTP_PORT);
  const gateway = await startMailPart(env);
  const recipients = [`hello@${domain}`, `grace@${domain}`];
  const first = Promise.withResolvers<void>();
  const load = sendUntilDead({ port, recipients, connections, round, onAcknowledged: first.resolve });
  // Past the greetings' delay, then anywhere in the work; mostly past the first 250, which a busy machine may be late with.
  if (round % 4 > 0) await Promise.race([first.promise, pause(20_000)]);
  await pause(150 + Math.random() * 850);
  process.kill(gateway.pid, 'SIGKILL');
  const attempts = await load;
  await gateway.stop();
  return attempts;
}

async function lookAfresh(env: Record<string, string>): Promise<Found> {
  const script = join(import.meta.dirname, 'what-is-there.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    env: env as NodeJS.ProcessEnv,
    maxBuffer: 2 ** 28,
  });
  // Payload may have logged something before.
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1)) as Found;
}

/** Fails on a lost, doubled, changed or invented message; counts those kept whose 250 was not heard. */
function examine(engine: EngineName, attempts: Attempt[], { messages, placements, changes }: Found): number {
  expect(messages.filter(({ isSizeRight }) => !isSizeRight)).toEqual([]);
  const hashes = new Map(messages.map(({ id, hash }) => [id, hash]));
  const copies = new Map<string, number>();
  for (const { message } of placements) {
    const hash = hashes.get(message) ?? 'a place without its message';
    copies.set(hash, (copies.get(hash) ?? 0) + 1);
  }
  const acknowledged = attempts.filter((attempt) => attempt.acknowledged);
  const wrong = acknowledged.filter(({ hash }) => copies.get(hash) !== 1);
  expect(wrong, 'acknowledged, and not there once').toEqual([]);
  const unheard = attempts.filter((attempt) => !attempt.acknowledged);
  const doubled = unheard.filter(({ hash }) => (copies.get(hash) ?? 0) > 1);
  expect(doubled, 'there more than once').toEqual([]);
  const known = new Set(attempts.map(({ hash }) => hash));
  const invented = [...copies.keys()].filter((hash) => !known.has(hash));
  expect(invented, 'there, and never sent').toEqual([]);
  for (const rows of Map.groupBy(placements, ({ folder }) => folder).values()) {
    // Nothing was expunged: the UIDs are 1 to n, each once.
    expect(rows.map(({ uid }) => uid).sort((a, b) => a - b)).toEqual(rows.map((_, index) => index + 1));
  }
  if (engine === 'sqlite') {
    expect([messages.length, changes], 'all of a delivery or nothing').toEqual([
      placements.length,
      placements.length,
    ]);
  } else {
    // MongoDB writes message, place and news in this order: a kill between them leaves a message nobody sees.
    expect(messages.length).toBeGreaterThanOrEqual(placements.length);
    expect(placements.length).toBeGreaterThanOrEqual(changes);
    expect(changes).toBeGreaterThanOrEqual(acknowledged.length);
  }
  return unheard.filter(({ hash }) => copies.get(hash) === 1).length;
}

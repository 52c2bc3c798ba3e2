import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@kontor/data/testing/free-port';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isAlive, waitUntil } from '#testing/wait-until.ts';
import type { Part } from './part.ts';
import { httpProbe } from './probe.ts';
import { type Death, type Patience, type Supervised, supervisePart } from './supervise-part.ts';

let folder: string;
let running: Supervised | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-supervise-'));
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const quick: Patience = { firstMs: 50, longestMs: 200, recoveredMs: 60_000, readyMs: 60_000, stopMs: 3000 };
const notes = () => (existsSync(join(folder, 'notes')) ? readFileSync(join(folder, 'notes'), 'utf8') : '');
const startsOf = () => [...notes().matchAll(/^started (\d+) (\d+)$/gm)].map((hit) => Number(hit[1]));

async function supervise(manner: string, patience: Partial<Patience> = {}) {
  const port = await freePort();
  const deaths: Death[] = [];
  const readies: string[] = [];
  mkdirSync(join(folder, 'logs'));
  const part: Part = {
    name: 'office',
    command: process.execPath,
    args: [join(import.meta.dirname, '../testing/fake-part.mjs')],
    cwd: folder,
    env: { FAKE: manner, FAKE_PORT: String(port), FAKE_NOTES: join(folder, 'notes') },
    logFile: join(folder, 'logs/office.log'),
    probe: httpProbe('127.0.0.1', port),
  };
  running = supervisePart(part, {
    onReady: ({ name }) => readies.push(name),
    onDeath: (death) => deaths.push(death),
    patience: { ...quick, ...patience },
  });
  return { deaths, readies, supervised: running };
}

test('a part that dies is named with its last lines and started again, waiting longer each time', async () => {
  const { deaths } = await supervise('dies=60');
  await waitUntil(() => deaths.length >= 4, 'four deaths');
  expect(deaths[0]).toMatchObject({ part: { name: 'office' }, how: 'ended with exit code 3' });
  expect(deaths[0]?.lastLines.at(-1)).toBe('the last straw');
  expect(deaths.slice(0, 4).map(({ waitMs }) => waitMs)).toEqual([50, 100, 200, 200]);
  expect(new Set(startsOf()).size).toBeGreaterThanOrEqual(4);
});

test('the last lines are those of the run that ended, not of the one before', async () => {
  const { deaths } = await supervise('dies=60');
  await waitUntil(() => deaths.length >= 2, 'two deaths');
  expect(deaths[1]?.lastLines.filter((line) => line === 'the last straw')).toHaveLength(1);
});

test('a part that was killed is told by its signal and answers again', async () => {
  const { deaths, readies, supervised } = await supervise('');
  await waitUntil(() => readies.length === 1, 'ready');
  process.kill(supervised.pid() ?? 0, 'SIGKILL');
  await waitUntil(() => readies.length === 2, 'ready again');
  expect(deaths.map(({ how }) => how)).toEqual(['was ended by SIGKILL']);
});

test('a part that had recovered waits as briefly as at its first death', async () => {
  const { deaths } = await supervise('dies=4000', { recoveredMs: 0 });
  await waitUntil(() => deaths.length >= 3, 'three deaths');
  expect(deaths.slice(0, 3).map(({ waitMs }) => waitMs)).toEqual([50, 50, 50]);
});

test('a part that never answers is ended and started again', async () => {
  const { deaths } = await supervise('deaf', { readyMs: 300 });
  await waitUntil(() => deaths.length >= 1, 'a death');
  await waitUntil(() => startsOf().length >= 2, 'a second start');
});

test('a clock that is put forward ends no part that is starting, and makes none look recovered', async () => {
  const { deaths, readies } = await supervise('dies=4000', { readyMs: 60_000, recoveredMs: 3_600_000 });
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    vi.setSystemTime(Date.now() + 86_400_000);
    await waitUntil(() => deaths.length === 1, 'a death');
    expect(readies).toHaveLength(1);
    vi.setSystemTime(Date.now() + 86_400_000);
    await waitUntil(() => deaths.length === 2, 'a second death');
    expect(deaths.map(({ waitMs }) => waitMs)).toEqual([50, 100]);
  } finally {
    vi.useRealTimers();
  }
});

test('stopping waits neither for a restart nor leaves a process, not even one the part started', async () => {
  const { readies, supervised } = await supervise('child stubborn', { stopMs: 200 });
  await waitUntil(() => readies.length === 1, 'ready');
  await waitUntil(() => /^child \d+$/m.test(notes()), 'a process of its own');
  const child = Number(/^child (\d+)$/m.exec(notes())?.[1]);
  const pids = [...startsOf(), child];
  expect(pids.every(isAlive)).toBe(true);
  await supervised.stop();
  await waitUntil(() => !pids.some(isAlive), 'all gone');
});

test('stopping in the pause before a restart starts nothing more', async () => {
  const { deaths, supervised } = await supervise('dies=20', { firstMs: 60_000, longestMs: 60_000 });
  await waitUntil(() => deaths.length === 1, 'a death');
  await supervised.stop();
  expect(startsOf()).toHaveLength(1);
});

test('a program that is not there is told, not thrown', async () => {
  const deaths: Death[] = [];
  const part: Part = {
    name: 'mail',
    command: join(folder, 'nothing'),
    args: [],
    cwd: folder,
    env: {},
    logFile: join(folder, 'mail.log'),
    probe: httpProbe('127.0.0.1', await freePort()),
  };
  running = supervisePart(part, {
    onReady: () => undefined,
    onDeath: (death) => deaths.push(death),
    patience: quick,
  });
  await waitUntil(() => deaths.length >= 1, 'a death');
  expect(deaths[0]?.how).toContain('could not be started');
});

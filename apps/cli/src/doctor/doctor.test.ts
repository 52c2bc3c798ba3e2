import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@kontor/config';
import selfsigned from 'selfsigned';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Asked } from '#arguments.ts';
import { type FakeHouse, makeFakeHouse } from '#testing/fake-house.ts';
import { openHouse, type World } from '#world.ts';
import { doctor, examineRunning } from './doctor.ts';
import { lookAtDns } from './look-at-dns.ts';
import type { Machine } from './look-at-machine.ts';
import { lookAtTls } from './look-at-tls.ts';
import { findingsOf } from './look-at-tunnels.ts';

const machine: Machine = { node: '24.21.0', memoryMb: 4096, freeDiskMb: () => 50_000 };
const asked: Asked = {
  command: { name: 'doctor', says: '', takes: '', least: 0, most: 0, flags: {} },
  words: [],
  flags: new Set<string>(),
};

const emptySlot = /\{\w+\}/;

let house: FakeHouse;
let server: Server | undefined;
beforeEach(async () => {
  house = await makeFakeHouse();
});
afterEach(() => {
  server?.close();
  house.remove();
});

const worldOf = (env: Record<string, string>, lines: string[] = []): World => ({
  // No resolver listens there: the suite must not depend on the host's.
  environment: { ...house.env, KONTOR_DNS: '127.0.0.1:1', ...env },
  root: house.root,
  officeChild: join(house.root, 'office-child.mjs'),
  say: (line) => lines.push(line),
  complain: (line) => lines.push(line),
});

async function examine(env: Record<string, string> = {}, on: Partial<Machine> = {}) {
  const lines: string[] = [];
  const code = await doctor(worldOf(env, lines), asked, { ...machine, ...on });
  return { code, said: lines.join('\n') };
}

test('on a host where all is well it says so and ends with 0', async () => {
  const { code, said } = await examine();
  expect(said).not.toContain('BAD');
  expect(said).toContain('All that is needed works.');
  expect(code).toBe(0);
});

test.each(['Port of mail', 'Database', 'Disk', 'Memory', 'TLS of mail', 'DNS', 'Search', 'WireGuard'])(
  'it speaks of %s',
  async (subject) => {
    expect((await examine()).said).toContain(subject);
  },
);

describe('what does not work is named with what to do, and the end is 1', () => {
  const fails = async (env: Record<string, string>, on: Partial<Machine>, ...words: string[]) => {
    const { code, said } = await examine(env, on);
    expect(code).toBe(1);
    for (const word of words) expect(said).toContain(word);
    expect(said).not.toMatch(emptySlot);
  };

  test('a port in use', async () => {
    const port = Number(house.env.KONTOR_OFFICE_PORT);
    server = createServer();
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    await fails({}, {}, 'BAD   Port of office', `${port} is in use`, 'KONTOR_OFFICE_PORT');
  });
  test('a misspelt setting', () => fails({ KONTOR_DATTA: 'x' }, {}, 'BAD   Settings', 'KONTOR_DATTA'));
  test('a full disk', () => fails({}, { freeDiskMb: () => 100 }, 'BAD   Disk', 'Make room'));
  test('a data folder that is a file', async () => {
    const file = join(house.root, 'a-file');
    writeFileSync(file, '');
    await fails({ KONTOR_DATA: file }, {}, 'BAD   Disk', `${file} is no folder`, 'KONTOR_DATA');
    await fails({ KONTOR_DATA: join(file, 'data') }, {}, 'BAD   Disk', `${file} is no folder`);
  });
  test('too little memory', () => fails({}, { memoryMb: 512 }, 'BAD   Memory', '2 GB'));
  test('an old Node', () => fails({}, { node: '20.19.0' }, 'BAD   Node', 'npm ci'));
  test('a damaged database', async () => {
    writeFileSync(join(house.dataDir, 'kontor.db'), '');
    const problem = { code: 'data.damaged', kind: 'broken', title: 'It is damaged.', hint: 'Restore it.' };
    const office = JSON.stringify({ database: { kind: 'problem', problem } });
    await fails({ KONTOR_TEST_OFFICE: office }, {}, 'BAD   Database', 'It is damaged.', 'Restore it.');
  });
  test('a MongoDB that does not answer, without showing its password', async () => {
    const office = JSON.stringify({ database: { kind: 'bug', why: 'mongodb://kontor:sesame@db refused' } });
    const { code, said } = await examine({
      KONTOR_DATABASE: 'mongodb://kontor:sesame@db/k',
      KONTOR_TEST_OFFICE: office,
    });
    expect(code).toBe(1);
    expect(said).toContain('MongoDB cannot be opened');
    expect(said).not.toContain('sesame');
  });
  test('a part that does not answer while Kontor runs', async () => {
    mkdirSync(join(house.dataDir, 'run'));
    const { takeLock } = await import('#supervise/lock.ts');
    const lock = takeLock(loadConfig(house.env));
    await fails({}, {}, 'BAD   Part mail', 'mail.log');
    lock.letGo();
  });
});

test('what the office is to say in other languages has its code and values beside the words of the terminal', async () => {
  const running = openHouse(worldOf({}), { demo: false });
  const found = await examineRunning(running, { ...machine, freeDiskMb: () => 99.9 });
  const wrong = found.filter(({ state }) => state === 'bad');
  expect(wrong).toContainEqual({
    subject: 'Disk',
    state: 'bad',
    code: 'doctor.little-room',
    values: { free: 99, dir: house.dataDir },
    says: `The disk is almost full: 99 MiB are free for ${house.dataDir}.`,
    hint: 'Make room: mail is refused when the disk is full.',
  });
  expect(wrong).toContainEqual(
    expect.objectContaining({
      code: 'doctor.part-silent',
      values: expect.objectContaining({ part: 'mail', place: `127.0.0.1:${house.env.KONTOR_SMTP_PORT}` }),
    }),
  );
  expect(wrong.map(({ says, hint }) => `${says} ${hint}`).join(' ')).not.toMatch(emptySlot);
});

test('of the demo it says that its mail asks no DNS but its own', async () => {
  expect((await examine({ KONTOR_DEMO: '1' })).said).toContain("the demo's mail asks its own");
});

describe('TLS', () => {
  let folder: string;
  // Certificates begin when they are made, at a whole second.
  const now = Date.now() + 3_600_000;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kontor-tls-'));
    const { cert, private: key } = selfsigned.generate([{ name: 'commonName', value: 'mail.oak.test' }], {
      days: 30,
    });
    writeFileSync(join(folder, 'cert'), cert);
    writeFileSync(join(folder, 'key'), key);
    writeFileSync(join(folder, 'other-key'), selfsigned.generate([], { days: 1 }).private);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const look = (name: string, at = now, key = 'key') =>
    lookAtTls(
      loadConfig({
        KONTOR_TLS_CERT: join(folder, 'cert'),
        KONTOR_TLS_KEY: join(folder, key),
        KONTOR_MAIL_HOSTNAME: name,
      }),
      at,
    );
  const inDays = (days: number) => now + days * 86_400_000;

  test('a fitting certificate is good', () => expect(look('mail.oak.test').state).toBe('good'));
  test('one for another name is noted', () => expect(look('mail.elm.test')).toMatchObject({ state: 'note' }));
  test('one that ends soon is noted', () =>
    expect(look('mail.oak.test', inDays(25)).says).toContain('expires in'));
  test('an expired one is bad', () =>
    expect(look('mail.oak.test', inDays(31))).toMatchObject({ state: 'bad' }));
  test('one that begins later is bad', () =>
    expect(look('mail.oak.test', inDays(-3)).hint).toContain('clock'));
  test("another's key is bad", () =>
    expect(look('mail.oak.test', now, 'other-key').says).toMatch(
      /\/other-key is not the key of .*\/cert\.$/,
    ));
  test('a missing file is bad', () =>
    expect(look('mail.oak.test', now, 'nothing')).toMatchObject({ state: 'bad' }));
});

test('DNS that does not answer is told within its patience', async () => {
  expect(await lookAtDns(['127.0.0.1:1'], 300)).toMatchObject({ state: 'note' });
});

const carried = { name: 'wireguard-go', why: null, detail: '' } as const;
const reported = { instance: 'x', version: 1, networks: [], problems: [], backend: carried };
const network = { id: 'n', interface: 'kontor-0', publicKey: '', isRight: true, peers: [] };

test('what carries the tunnels is said in plain words', () => {
  expect(findingsOf(reported)).toEqual([
    { subject: 'WireGuard', state: 'good', says: 'wireguard-go carries the tunnels; networks: 0' },
  ]);
});

test.each([
  ['tools-missing', 'nft', 'not installed: nft'],
  ['not-permitted', 'EPERM', 'may not change the network'],
  ['no-wireguard', 'neither', 'neither the kernel nor wireguard-go'],
] as const)(
  '%s is bad where somebody has a network, and only said where nobody has',
  (why, detail, words) => {
    const backend = { name: 'config-only', why, detail } as const;
    const [unused] = findingsOf({ ...reported, backend });
    const [missed] = findingsOf({ ...reported, backend, networks: [network] });
    expect([unused?.state, missed?.state]).toEqual(['note', 'bad']);
    expect(missed?.says).toContain(words);
    expect(`${missed?.says} ${missed?.hint}`).not.toMatch(emptySlot);
  },
);

test.each([
  ['interface-failed', 'Address already in use', 'doctor.tunnel-closed'],
  ['peers-differ', '2', 'doctor.peers-differ'],
] as const)('the problem %s of a network is bad and names what was found', (code, detail, known) => {
  const [, found] = findingsOf({ ...reported, problems: [{ code, network: 'n-1', detail }] });
  expect(found).toMatchObject({ state: 'bad', code: known });
  expect(found?.says).toContain('n-1');
  expect(found?.says).toContain(detail);
  expect(`${found?.says} ${found?.hint}`).not.toMatch(emptySlot);
});

test('a server that passes no packets on is told what to run', () => {
  const problem = { code: 'cannot-forward', network: 'n', detail: 'net.ipv4.ip_forward=0' } as const;
  const [, forwarding] = findingsOf({ ...reported, problems: [problem] });
  expect(forwarding?.hint).toContain('sysctl -w net.ipv4.ip_forward=1');
});

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadConfig } from '@kontor/config';
import { createLog } from '@kontor/log';
import { signIn } from '@kontor/people';
import { openOffice } from '@kontor/suite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askOffice } from '#ask-office.ts';
import { type House, openHouse } from '#world.ts';
import { storageProblem } from './storage-problem.ts';

const root = resolve(import.meta.dirname, '../../../..');
const { prepareFirm } = (await import(join(root, 'tests/load/bench-firm.ts'))) as {
  prepareFirm(env: Record<string, string>): Promise<void>;
};

let house: House;
beforeAll(() => {
  house = openHouse({
    environment: { PATH: process.env.PATH, KONTOR_DATA: mkdtempSync(join(tmpdir(), 'kontor-child-')) },
    root,
    officeChild: join(import.meta.dirname, 'main.ts'),
    say: () => undefined,
    complain: () => undefined,
  });
});
afterAll(() => rmSync(house.config.dataDir, { recursive: true, force: true }));

const logged = () => readFileSync(join(house.config.logsDir, 'kontor.log'), 'utf8');

test('before the firm is set up the child gives a token, and each new one ends the one before', async () => {
  const first = await askOffice(house, 'prepare', {});
  expect(first.ran).not.toEqual([]);
  expect(first.domain).toBeUndefined();
  const { token } = await askOffice(house, 'setupToken', {});
  expect(token).not.toBe(first.setupToken);
  expect(logged()).toContain('people.issue-set-up-token');
  expect(logged()).not.toContain(token);
  expect(logged()).not.toContain(first.setupToken);
});

test('the database and everything beside it is nobody else’s on this machine', () => {
  const { dataDir } = house.config;
  const open = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).filter(
    (name) => (statSync(join(dataDir, name)).mode & 0o077) !== 0,
  );
  expect(existsSync(join(dataDir, 'kontor.db'))).toBe(true);
  expect(open).toEqual([]);
});

test('a firm that is there has a domain and no token; its database is whole', async () => {
  await prepareFirm(house.settings);
  expect(await askOffice(house, 'prepare', {})).toEqual({ ran: [], domain: 'y.test' });
  expect(await askOffice(house, 'database', {})).toMatchObject({ engine: 'SQLite' });
  await expect(askOffice(house, 'setupToken', {})).rejects.toMatchObject({ code: 'people.already-set-up' });
});

test('a new password opens the door, the old one does not, and no log has it', async () => {
  const { password } = await askOffice(house, 'renewPassword', { email: 'grace@y.test' });
  expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  const log = createLog({ part: 'test', destination: { write: () => undefined } });
  const office = await openOffice(house.config, { log });
  const enter = (tried: string) =>
    signIn.perform(
      office,
      { email: 'grace@y.test', password: tried },
      { via: 'web', person: null, address: '127.0.0.1' },
    );
  try {
    await expect(enter('plane-chisel-mallet-7301')).rejects.toMatchObject({ code: 'people.wrong-password' });
    await enter(password);
  } finally {
    await office.close();
  }
  expect(logged()).toContain('people.renew-password');
  expect(logged()).not.toContain(password);
});

test('a MongoDB that is away is told as such, without its address', async () => {
  const settings = { ...house.settings, KONTOR_DATABASE: 'mongodb://kontor:sesame@127.0.0.1:1/k' };
  const away: House = { ...house, settings, config: loadConfig(settings) };
  const asked = askOffice(away, 'prepare', {});
  await expect(asked).rejects.toMatchObject({ code: 'cli.mongodb-away', kind: 'unavailable' });
  await expect(asked).rejects.toThrow('MongoDB does not answer.');
});

test('a full disk is told as such, and any other error is a bug', () => {
  const full = Object.assign(new Error('database or disk is full'), {
    code: 'ERR_SQLITE_ERROR',
    errcode: 13,
  });
  const wrapped = new Error('Failed query', { cause: full });
  expect(storageProblem(wrapped, house.config)).toMatchObject({ code: 'cli.disk-full' });
  expect(storageProblem(new TypeError('no such thing'), house.config)).toBeUndefined();
});

test('nobody is told as such', async () => {
  const asked = askOffice(house, 'renewPassword', { email: 'nobody@y.test' });
  await expect(asked).rejects.toMatchObject({ code: 'people.no-such-person', kind: 'missing' });
});

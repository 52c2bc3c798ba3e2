import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite } from './connection.ts';
import { type Upgrade, upgradeByCopy } from './upgrade.ts';

let dir: string;
let file: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kontor-upgrade-'));
  file = join(dir, 'kontor.db');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const version = (path = file): number => {
  const database = new DatabaseSync(path);
  const row = database.prepare('PRAGMA user_version').get();
  database.close();
  return Number(row?.user_version);
};

function makeOld(): void {
  const old = openSqlite(file);
  old.run('CREATE TABLE firms (id TEXT PRIMARY KEY)', []);
  old.run('CREATE TABLE persons (id TEXT PRIMARY KEY, firm TEXT REFERENCES firms(id) ON DELETE CASCADE)', []);
  old.run("INSERT INTO firms VALUES ('brightwater')", []);
  for (const id of ['anna', 'omar']) old.run('INSERT INTO persons VALUES (?, ?)', [id, 'brightwater']);
  old.run('PRAGMA user_version = 1', []);
  old.close();
}

const change =
  (...statements: string[]) =>
  async (copy: string) => {
    const database = openSqlite(copy);
    database.run('PRAGMA foreign_keys = OFF', []);
    await database.transaction(() => {
      for (const statement of statements) database.run(statement, []);
    });
    database.close();
  };
const toTwo = change('ALTER TABLE persons ADD COLUMN name TEXT', 'PRAGMA user_version = 2');

const upgrade = (changes: Partial<Upgrade> = {}): Promise<boolean> =>
  upgradeByCopy({
    file,
    lockFile: join(dir, 'run', 'upgrade.lock'),
    label: '2',
    isNeeded: () => true,
    migrate: toTwo,
    ...changes,
  });

test('the new database takes the old one’s place, and the old one is kept under its name', async () => {
  makeOld();
  expect(await upgrade()).toBe(true);
  expect([version(), version(`${file}.before-2`)]).toEqual([2, 1]);
  await upgrade({ label: '3', migrate: change('PRAGMA user_version = 3') });
  expect((await readdir(dir)).sort()).toEqual(['kontor.db', 'kontor.db.before-3', 'run']);
  expect([version(), version(`${file}.before-3`)]).toEqual([3, 2]);
});

test('an empty folder gets its first database in the same way, whole or not at all', async () => {
  const steps: string[] = [];
  await upgrade({
    migrate: change('CREATE TABLE firms (id TEXT)', 'PRAGMA user_version = 2'),
    onStep: (step) => steps.push(step),
  });
  expect(version()).toBe(2);
  expect(await readdir(dir)).toEqual(['kontor.db', 'run']);
  expect(steps).toEqual(['locked', 'copied', 'migrated', 'checked', 'kept', 'swapped', 'done']);
});

test('what was committed and still lies in the WAL is in the new database', async () => {
  makeOld();
  const script = `
    const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync(${JSON.stringify(file)});
    database.exec("PRAGMA wal_autocheckpoint = 0; INSERT INTO persons VALUES ('mia', 'brightwater')");
    process.kill(process.pid, 'SIGKILL');`;
  await once(spawn(process.execPath, ['-e', script]), 'exit');
  expect(await readdir(dir)).toContain('kontor.db-wal');
  await upgrade();
  const fresh = new DatabaseSync(file);
  expect(fresh.prepare('SELECT count(*) AS n FROM persons').get()).toEqual({ n: 3 });
  fresh.close();
});

const failures: [string, Upgrade['migrate'], RegExp][] = [
  ['loses rows', change("DELETE FROM persons WHERE id = 'omar'"), /of 2 rows in persons 1 are left/],
  ['leaves rows that point nowhere', change('DROP TABLE firms'), /2 rows point at rows/],
  ['breaks off', change('CREATE TABLE half (id TEXT)', 'CREATE TABEL other'), /syntax error/],
];
test.each(failures)('a migration that %s changes nothing, and says why', async (_, migrate, why) => {
  makeOld();
  const failed = upgrade({ migrate });
  await expect(failed).rejects.toMatchObject({
    code: 'data.upgrade-failed',
    title: expect.stringMatching(why),
  });
  expect(version()).toBe(1);
  expect((await readdir(dir)).sort()).toEqual(['kontor.db', 'run']);
});

test('too little room is told before anything is written', async () => {
  makeOld();
  const steps: string[] = [];
  const failed = upgrade({ freeBytes: async () => 3 * 2 ** 20, onStep: (step) => steps.push(step) });
  await expect(failed).rejects.toMatchObject({
    code: 'data.no-room',
    title: expect.stringMatching(
      /^The disk is too full to upgrade: 17 MiB are needed in .*, 3 MiB are free\.$/,
    ),
  });
  expect(steps).toEqual([]);
  expect(version()).toBe(1);
});

test('a disk that fills up in the middle is told in the same words, and the copy is gone', async () => {
  makeOld();
  const fill = async (copy: string) => {
    const database = new DatabaseSync(copy);
    try {
      // SQLite answers this limit with the very code of a full disk.
      database.exec('PRAGMA max_page_count = 8; CREATE TABLE big (bytes BLOB)');
      for (;;) database.exec('INSERT INTO big VALUES (randomblob(4000))');
    } finally {
      database.close();
    }
  };
  await expect(upgrade({ migrate: fill })).rejects.toMatchObject({ code: 'data.no-room' });
  expect(version()).toBe(1);
  expect((await readdir(dir)).sort()).toEqual(['kontor.db', 'run']);
});

test('while a part has the database open nothing is upgraded, and the part goes on', async () => {
  makeOld();
  const part = openSqlite(file);
  await expect(upgrade()).rejects.toMatchObject({ code: 'data.in-use' });
  part.run("INSERT INTO persons VALUES ('mia', 'brightwater')", []);
  part.close();
  await upgrade();
  expect(version()).toBe(2);
});

test('of two upgrades at once one does the work and the other finds it done', async () => {
  makeOld();
  const isNeeded = () => version() < 2;
  expect((await Promise.all([upgrade({ isNeeded }), upgrade({ isNeeded })])).sort()).toEqual([false, true]);
  expect([version(), version(`${file}.before-2`)]).toEqual([2, 1]);
});

test('nobody can write to the old database once it is being copied', async () => {
  makeOld();
  let tried = '';
  await upgrade({
    async migrate(copy) {
      const script = `
        const { DatabaseSync } = require('node:sqlite');
        try { new DatabaseSync(${JSON.stringify(file)}).exec("INSERT INTO persons VALUES ('late', 'brightwater')"); }
        catch (error) { process.stdout.write(error.message); }`;
      const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
      child.stdout.on('data', (piece) => {
        tried += piece;
      });
      await once(child, 'close');
      await toTwo(copy);
    },
  });
  expect(tried).toBe('database is locked');
});

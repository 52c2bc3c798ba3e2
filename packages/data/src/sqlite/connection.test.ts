import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite, type SqliteConnection } from './connection.ts';

let dir: string;
let connection: SqliteConnection;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kontor-sqlite-'));
  connection = openSqlite(join(dir, 'test.db'));
  connection.run('CREATE TABLE things (id TEXT)', []);
});
afterEach(() => {
  connection.close();
  rmSync(dir, { recursive: true, force: true });
});

test('a full disk is called what the file system calls it, and what it stopped is undone', async () => {
  connection.objects('PRAGMA max_page_count = 4', []);
  const fill = connection.transaction(() => {
    for (let round = 0; round < 10; round += 1)
      connection.run('INSERT INTO things VALUES (?)', ['x'.repeat(4000)]);
  });
  await expect(fill).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(connection.objects('SELECT count(*) AS n FROM things', [])).toEqual([{ n: 0 }]);
});

test('what a commit promises is kept over a power cut, not only a crash', () => {
  expect(connection.arrays('PRAGMA synchronous', [])).toEqual([[2]]);
  expect(connection.arrays('PRAGMA journal_mode', [])).toEqual([['wal']]);
});

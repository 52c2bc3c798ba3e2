import { closeSync, existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lastLines, openPartLog } from './part-log.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-log-'));
  path = join(folder, 'mail.log');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('only what was written since it was opened is shown, the last lines of it, cut to a readable length', () => {
  writeFileSync(path, 'of an earlier run\n');
  const { file, from } = openPartLog(path);
  writeSync(file, Array.from({ length: 20 }, (_, at) => `line ${at}\n`).join(''));
  writeSync(file, `${'x'.repeat(1000)}\n`);
  closeSync(file);
  const lines = lastLines(path, from, 3);
  expect(lines.slice(0, 2)).toEqual(['line 18', 'line 19']);
  expect(lines[2]).toHaveLength(401);
});

test('a run that wrote nothing has no last lines', () => {
  writeFileSync(path, 'of an earlier run\n');
  const { file, from } = openPartLog(path);
  closeSync(file);
  expect(lastLines(path, from)).toEqual([]);
});

test('a large log is put aside at the next start', () => {
  writeFileSync(path, '');
  truncateSync(path, 21 * 1024 * 1024);
  const { file, from } = openPartLog(path);
  closeSync(file);
  expect(from).toBe(0);
  expect(existsSync(`${path}.1`)).toBe(true);
});

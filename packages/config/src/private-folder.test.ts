import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { privateFolder } from './private-folder.ts';

vi.mock('node:fs', { spy: true });

let place: string;
beforeEach(() => {
  place = fs.mkdtempSync(join(tmpdir(), 'kontor-folder-'));
});
afterEach(() => {
  vi.resetAllMocks();
  fs.rmSync(place, { recursive: true, force: true });
});
const modeOf = (dir: string) => fs.statSync(dir).mode & 0o777;
/** A folder that was there before Kontor, of somebody else. */
const foreign = (mode: number) => {
  const dir = join(place, 'there');
  fs.mkdirSync(dir);
  fs.chmodSync(dir, mode);
  vi.mocked(fs.chmodSync).mockImplementation(() => {
    throw Object.assign(new Error('not yours'), { code: 'EPERM' });
  });
  return dir;
};

test('a folder that is made is its owner’s alone, and so are those above it that were made', () => {
  privateFolder(join(place, 'data', 'site'));
  expect([modeOf(join(place, 'data')), modeOf(join(place, 'data', 'site'))]).toEqual([0o700, 0o700]);
});

test('one that others could read is shut', () => {
  for (const mode of [0o755, 0o750, 0o701]) {
    fs.chmodSync(place, mode);
    privateFolder(place);
    expect(modeOf(place)).toBe(0o700);
  }
});

test('one of somebody else’s that everybody can read is refused in one sentence', () => {
  const dir = foreign(0o755);
  expect(() => privateFolder(dir)).toThrow(`config.open-folder: Everybody on this machine can read ${dir}.`);
});

test('one of somebody else’s that Kontor is let into by its group is taken', () => {
  privateFolder(foreign(0o770));
});

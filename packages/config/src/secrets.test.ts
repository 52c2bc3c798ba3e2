import * as fs from 'node:fs';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ensureSecret, readSecret } from './secrets.ts';

vi.mock('node:fs', { spy: true });

let secretsDir: string;
beforeEach(() => {
  secretsDir = join(mkdtempSync(join(tmpdir(), 'kontor-secrets-')), 'secrets');
});
afterEach(() => rmSync(secretsDir, { recursive: true, force: true }));

test('a secret is made once, for its owner only, and stays the same', () => {
  expect(readSecret({ secretsDir }, 'site')).toBeUndefined();
  const made = ensureSecret({ secretsDir }, 'site');
  expect(made).toHaveLength(32);
  expect(ensureSecret({ secretsDir }, 'site')).toEqual(made);
  expect(statSync(join(secretsDir, 'site')).mode & 0o777).toBe(0o600);
  expect(statSync(secretsDir).mode & 0o777).toBe(0o700);
});

test('each purpose has its own', () => {
  expect(ensureSecret({ secretsDir }, 'site')).not.toEqual(ensureSecret({ secretsDir }, 'form'));
});

test('who makes it a moment later gets what the quicker one made, and no draft stays', () => {
  const late = ensureSecret({ secretsDir }, 'form', () => {
    ensureSecret({ secretsDir }, 'form', () => 'quick');
    return 'slow';
  });
  expect(late.toString()).toBe('quick');
  expect(readdirSync(secretsDir)).toEqual(['form']);
});

test('an empty file is no secret, and one that others could read is shut', () => {
  mkdirSync(secretsDir);
  writeFileSync(join(secretsDir, 'site'), '');
  expect(() => ensureSecret({ secretsDir }, 'site')).toThrow(/empty file/);
  writeFileSync(join(secretsDir, 'form'), 'a key', { mode: 0o644 });
  expect(ensureSecret({ secretsDir }, 'form').toString()).toBe('a key');
  expect(statSync(join(secretsDir, 'form')).mode & 0o777).toBe(0o600);
});

test('one that others can read and that cannot be shut is refused in one sentence', () => {
  mkdirSync(secretsDir);
  writeFileSync(join(secretsDir, 'site'), 'a key');
  fs.chmodSync(join(secretsDir, 'site'), 0o644);
  vi.mocked(fs.chmodSync).mockImplementationOnce(() => {
    throw Object.assign(new Error('not yours'), { code: 'EPERM' });
  });
  expect(() => ensureSecret({ secretsDir }, 'site')).toThrow('config.open-secret: Others on this machine');
});

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, loadConfig } from '@kontor/config';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holderOf, takeLock } from './lock.ts';

let config: Config;
beforeEach(() => {
  config = loadConfig({ KONTOR_DATA: mkdtempSync(join(tmpdir(), 'kontor-lock-')) });
  mkdirSync(config.runDir);
});
afterEach(() => rmSync(config.dataDir, { recursive: true, force: true }));

const leaveLock = (holder: object) =>
  writeFileSync(join(config.runDir, 'kontor.lock'), JSON.stringify(holder));

test('a second start on the same data folder is refused, naming folder and process', () => {
  const { letGo } = takeLock(config);
  expect(() => takeLock(config)).toThrow(`${config.dataDir} (process ${process.pid})`);
  expect(holderOf(config)?.pid).toBe(process.pid);
  letGo();
  expect(holderOf(config)).toBeUndefined();
  takeLock(config).letGo();
});

test('the lock of a dead process is taken over', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.once('exit', resolve));
  leaveLock({ id: 'dead', pid: child.pid, startedAt: '1' });
  const lock = takeLock(config);
  expect(lock.tookOver).toBe(true);
  expect(holderOf(config)?.pid).toBe(process.pid);
  lock.letGo();
});

test('the lock of a dead process is taken over when another process has its number by now', () => {
  leaveLock({ id: 'dead', pid: process.pid, startedAt: '1' });
  takeLock(config).letGo();
});

test('a lock that was torn in the middle is taken over', () => {
  writeFileSync(join(config.runDir, 'kontor.lock'), '{"id":');
  takeLock(config).letGo();
});

test('letting go leaves the lock of whoever took over meanwhile', () => {
  const { letGo } = takeLock(config);
  leaveLock({ id: 'another', pid: 1, startedAt: '1' });
  letGo();
  expect(readFileSync(join(config.runDir, 'kontor.lock'), 'utf8')).toContain('another');
});

test('of many that take over at once exactly one gets it', async () => {
  leaveLock({ id: 'dead', pid: 2 ** 22 + 1, startedAt: '1' });
  const script = `
    const { takeLock } = await import(${JSON.stringify(join(import.meta.dirname, 'lock.ts'))});
    const { loadConfig } = await import('@kontor/config');
    process.stdin.once('data', () => {
      try { takeLock(loadConfig({ KONTOR_DATA: ${JSON.stringify(config.dataDir)} })); console.log('got it'); }
      catch (error) { console.log(error.code); }
      // Holds it until all have tried.
      process.stdin.once('data', () => process.exit());
    });
    console.log('ready');`;
  const children = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: import.meta.dirname }),
  );
  const heard = children.map((child) => {
    const lines: string[] = [];
    child.stdout.on('data', (piece: Buffer) => lines.push(...piece.toString().trim().split('\n')));
    return lines;
  });
  const { waitUntil } = await import('#testing/wait-until.ts');
  try {
    await waitUntil(() => heard.every((lines) => lines.length === 1), 'all are ready');
    for (const child of children) child.stdin.write('go\n');
    await waitUntil(() => heard.every((lines) => lines.length === 2), 'all have tried');
  } finally {
    for (const child of children) child.stdin.end('leave\n');
  }
  const outcomes = heard.map((lines) => lines[1]);
  expect(outcomes.filter((outcome) => outcome === 'got it')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'cli.already-running')).toHaveLength(5);
});

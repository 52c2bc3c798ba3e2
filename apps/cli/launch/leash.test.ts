import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const leash = join(import.meta.dirname, 'leash.mjs');
const part = `
  const { Worker } = require('node:worker_threads');
  process.once('SIGTERM', () => { console.log('asked to stop'); process.exit(0); });
  const thread = new Worker(new URL('data:text/javascript,setInterval(() => {}, 1000)'));
  thread.once('online', () => setTimeout(() => thread.terminate(), 300));
  thread.once('exit', () => setTimeout(() => console.log('the thread has ended'), 100));
  setInterval(() => {}, 1000);
`;

test('a part outlives its threads and not its supervisor', async () => {
  const child = spawn(process.execPath, ['--import', leash, '-e', part], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  expect(String((await once(child.stdout, 'data'))[0])).toBe('the thread has ended\n');
  child.stdin.end();
  expect(String((await once(child.stdout, 'data'))[0])).toBe('asked to stop\n');
  await gone;
});

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { recipient } from './bench-firm.ts';

const run = promisify(execFile);

/** Messages of 10 kB accepted per second: 20 sessions that keep their connections, as one burst. */
export async function smtpRate(port: number, messages: number): Promise<number> {
  const load = ['-d', '-s', '20', '-m', String(messages), '-l', '10240', '-f', 'a@x.test', '-t', recipient];
  const began = performance.now();
  await run('/usr/sbin/smtp-source', [...load, `inet:127.0.0.1:${port}`]);
  return messages / ((performance.now() - began) / 1000);
}

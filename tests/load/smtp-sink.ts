import { existsSync } from 'node:fs';
import { freePort } from '@kontor/data/testing/free-port';
import { run } from './child.ts';
import { answers } from './ports.ts';

const program = '/usr/sbin/smtp-sink';

/** Postfix's server that takes everything and keeps nothing. */
export async function startSmtpSink(): Promise<{ port: number; stop(): Promise<void> }> {
  if (!existsSync(program)) throw new Error('smtp-sink is missing (Debian package postfix)');
  const port = await freePort();
  // It wants to be nobody where it could be root.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const sink = run(program, [...user, '-c', `127.0.0.1:${port}`, '100']);
  await answers(port);
  return { port, stop: () => sink.stop() };
}

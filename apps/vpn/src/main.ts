import { loadConfig } from '@kontor/config';
import { Problem } from '@kontor/core';
import { createLog, type Log } from '@kontor/log';
import { startVpn } from './start-vpn.ts';

// What is kept is nobody else's on this machine.
process.umask(0o077);

const log = createLog({ part: 'vpn' });

start(log).catch((error: unknown) => {
  const details = error instanceof Problem ? error.toJSON() : { why: (error as Error).message };
  log.error('part.failed', { ...details });
  process.exit(1);
});

async function start(log: Log): Promise<void> {
  const config = loadConfig(process.env);
  log.event('part.starting');
  const vpn = await startVpn({ config, log, path: process.env.PATH ?? '' });
  log.event('part.ready', { socket: config.vpnSocket });

  const stop = async (): Promise<void> => {
    log.event('part.stopping');
    await vpn.stop();
    log.event('part.stopped');
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

import { extname } from 'node:path';
import { loadConfig } from '@kontor/config';
import { Problem } from '@kontor/core';
import { createLog, type Log } from '@kontor/log';
import { openOffice } from '@kontor/suite';
import { openOutbound } from './outbound/open-outbound.ts';
import { remindEveryMinute } from './remind-overdue.ts';
import { openGateway } from './smtp/gateway.ts';
import { sweepDaily } from './sweep-daily.ts';
import { mailCertificate } from './tls.ts';

// What is kept is nobody else's on this machine.
process.umask(0o077);

const log = createLog({ part: 'mail' });
/** As source or as it was built. */
const writer = new URL(`./writer-thread${extname(import.meta.filename)}`, import.meta.url);

start(log).catch((error: unknown) => {
  const details = error instanceof Problem ? error.toJSON() : { why: (error as Error).message };
  log.error('part.failed', { ...details });
  process.exit(1);
});

async function start(log: Log): Promise<void> {
  const config = loadConfig(process.env);
  log.event('part.starting');
  const office = await openOffice(config, { log, writer });
  const { smtp: port } = config.ports;
  const gateway = await openGateway({ office, tls: await mailCertificate(config), host: config.host, port });
  log.event('part.ready', { host: config.host, port });

  const outbound = await openOutbound(office);
  const chores = [sweepDaily(office), remindEveryMinute(office)];

  const stop = async (): Promise<void> => {
    log.event('part.stopping');
    for (const chore of chores) chore.stop();
    await Promise.all([gateway.stop(), outbound.stop()]);
    await office.close();
    log.event('part.stopped');
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

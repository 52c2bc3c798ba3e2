import { loadConfig } from '@kontor/config';
import { Problem } from '@kontor/core';
import { createLog, type Log } from '@kontor/log';
import { openOffice } from '@kontor/suite';
import { createSmtpServer } from './smtp/server.ts';
import { sweepDaily } from './sweep-daily.ts';
import { mailCertificate } from './tls.ts';

const log = createLog({ part: 'mail' });

start(log).catch((error: unknown) => {
  const details = error instanceof Problem ? error.toJSON() : { why: (error as Error).message };
  log.error('part.failed', { ...details });
  process.exit(1);
});

async function start(log: Log): Promise<void> {
  const config = loadConfig(process.env);
  log.event('part.starting');
  const office = await openOffice(config, { log });
  const server = createSmtpServer({ office, tls: mailCertificate(config) });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.ports.smtp, config.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  log.event('part.ready', { host: config.host, port: config.ports.smtp });

  const sweeping = sweepDaily(office);

  const stop = (): void => {
    log.event('part.stopping');
    sweeping.stop();
    server.close(async () => {
      await office.close();
      log.event('part.stopped');
      process.exit(0);
    });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

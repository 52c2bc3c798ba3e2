import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '@kontor/config';
import { cliProblems } from '#problems.ts';

export interface WantedPort {
  part: string;
  port: number;
  setting: string;
}

export const portsOf = ({ ports }: Config): WantedPort[] => [
  { part: 'site', port: ports.site, setting: 'KONTOR_SITE_PORT' },
  { part: 'office', port: ports.office, setting: 'KONTOR_OFFICE_PORT' },
  { part: 'mail', port: ports.smtp, setting: 'KONTOR_SMTP_PORT' },
];

type PortState = 'free' | 'in-use' | 'forbidden' | 'no-such-address';

/** Whether this process could listen there now. */
export function tryPort(host: string, port: number): Promise<PortState> {
  const states: Record<string, PortState> = {
    EADDRINUSE: 'in-use',
    EACCES: 'forbidden',
    EADDRNOTAVAIL: 'no-such-address',
    ENOTFOUND: 'no-such-address',
    EAI_AGAIN: 'no-such-address',
  };
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const state = states[error.code ?? ''];
      if (state) resolve(state);
      else reject(error);
    });
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve('free')));
  });
}

/** Raises a problem that names the setting. Parts of a killed start leave their ports within `patienceMs`. */
export async function requirePorts(config: Config, patienceMs = 0): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const taken: WantedPort[] = [];
    for (const wanted of portsOf(config)) {
      const state = await tryPort(config.host, wanted.port);
      if (state === 'in-use') taken.push(wanted);
      if (state === 'forbidden') cliProblems.raise('port-forbidden', { values: { ...wanted } });
      if (state === 'no-such-address')
        cliProblems.raise('no-such-address', { values: { host: config.host } });
    }
    if (taken.length === 0) return;
    if (performance.now() >= until) {
      const list = taken.map(({ part, port, setting }) => `port ${port} of ${part} (${setting})`).join(', ');
      cliProblems.raise('ports-in-use', { values: { list } });
    }
    await pause(100);
  }
}

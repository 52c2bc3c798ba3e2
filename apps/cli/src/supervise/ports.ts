import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { cliProblems } from '#problems.ts';
import type { House } from '#world.ts';

export interface WantedPort {
  part: string;
  host: string;
  port: number;
  setting: string;
}

type Listening = Pick<House, 'config' | 'meilisearch'>;

export const portsOf = ({ config: { host, ports }, meilisearch }: Listening): WantedPort[] => [
  { part: 'site', host, port: ports.site, setting: 'KONTOR_SITE_PORT' },
  { part: 'office', host, port: ports.office, setting: 'KONTOR_OFFICE_PORT' },
  { part: 'mail', host, port: ports.smtp, setting: 'KONTOR_SMTP_PORT' },
  ...(meilisearch
    ? [{ part: 'search', host: '127.0.0.1', port: ports.search, setting: 'KONTOR_SEARCH_PORT' }]
    : []),
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
export async function requirePorts(house: Listening, patienceMs = 0): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const taken: WantedPort[] = [];
    for (const wanted of portsOf(house)) {
      const state = await tryPort(wanted.host, wanted.port);
      if (state === 'in-use') taken.push(wanted);
      if (state === 'forbidden')
        cliProblems.raise('port-forbidden', { values: { port: wanted.port, setting: wanted.setting } });
      if (state === 'no-such-address')
        cliProblems.raise('no-such-address', { values: { host: wanted.host } });
    }
    if (taken.length === 0) return;
    if (performance.now() >= until) {
      const list = taken.map(({ part, port, setting }) => `port ${port} of ${part} (${setting})`).join(', ');
      cliProblems.raise('ports-in-use', { values: { list } });
    }
    await pause(100);
  }
}

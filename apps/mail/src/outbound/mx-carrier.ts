import {
  allOf,
  type Carrier,
  type Load,
  type MailHost,
  mailHosts,
  type Outcome,
  type Resolve,
} from '@kontor/delivery';
import { NotReached, type Patience, type Server, talk } from './talk.ts';

interface Options {
  resolve: Resolve;
  hostname: string;
  allowPrivate: boolean;
  port?: number;
  patience?: Patience;
  chance?(): number;
}

const mostConnections = 6;

/** Straight to the servers that each domain names in DNS. */
export function mxCarrier({ port = 25, chance = Math.random, ...options }: Options): Carrier {
  const { hostname, patience } = options;
  const manner = { name: hostname, ...(patience ? { patience } : {}) };

  /** RFC 7435: encrypted where that works, in the clear where it does not. */
  const ask = (server: Server, load: Load): Promise<Outcome[]> =>
    talk({ ...server, tls: 'opportunistic' }, load, manner).catch((error: unknown) => {
      if (error instanceof NotReached && error.isTls) return talk({ ...server, tls: 'none' }, load, manner);
      throw error;
    });

  return {
    destination: (domain) => domain,
    atOnce: 4,
    async carry(load) {
      const { domain, recipients, signal } = load;
      const found = await mailHosts(domain, { ...options, chance });
      if (!found.ok) {
        const { isFinal, status, why, answer } = found;
        return allOf(recipients, { state: isFinal ? 'failed' : 'waiting', status, why, answer });
      }
      let answer = '';
      for (const server of serversOf(found.hosts, port)) {
        if (signal.aborted) break;
        try {
          return await ask(server, load);
        } catch (error) {
          if (!(error instanceof NotReached)) throw error;
          answer = error.message;
        }
      }
      return allOf(recipients, { state: 'waiting', status: '4.4.1', why: 'not-reached', answer });
    },
  };
}

const serversOf = (hosts: readonly MailHost[], port: number): Server[] =>
  hosts
    .flatMap(({ name, addresses }) =>
      addresses.map((host): Server => ({ host, port, servername: name, tls: 'opportunistic' })),
    )
    .slice(0, mostConnections);

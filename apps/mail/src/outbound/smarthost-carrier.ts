import type { Smarthost } from '@kontor/config';
import { allOf, type Carrier } from '@kontor/delivery';
import { NotReached, type Patience, type Server, talk } from './talk.ts';

interface Options {
  smarthost: Smarthost;
  hostname: string;
  patience?: Patience;
}

const thisMachine = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

/** Everything to one server, which takes it from there. */
export function smarthostCarrier({ smarthost, hostname, patience }: Options): Carrier {
  const { host, port, secure, user, password = '' } = smarthost;
  const server: Server = {
    ...{ host, port, servername: host, tls: secure ? 'from-the-start' : tlsFor(host) },
    ...(user ? { login: { user, password } } : {}),
  };
  return {
    destination: () => host,
    atOnce: 10,
    async carry(load) {
      try {
        return await talk(server, load, { name: hostname, ...(patience ? { patience } : {}) });
      } catch (error) {
        if (!(error instanceof NotReached)) throw error;
        const told = {
          state: 'waiting',
          status: '4.4.1',
          why: 'not-reached',
          answer: error.message,
        } as const;
        return allOf(load.recipients, told);
      }
    },
  };
}

/** A name and password cross no network in the clear. */
const tlsFor = (host: string): Server['tls'] => (thisMachine.test(host) ? 'opportunistic' : 'required');

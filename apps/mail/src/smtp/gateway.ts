import type { AddressInfo } from 'node:net';
import type { Office } from '@kontor/suite';
import { createSmtpServer } from './server.ts';

export interface Gateway {
  port: number;
  /** Ends idle connections at once with 421 and others when their message has been answered, after 4 s in any case. */
  stop(): Promise<void>;
}

interface Options {
  office: Office;
  tls: { cert: string; key: string };
  host: string;
  /** 0 takes any that is free. */
  port: number;
  patience?: number;
}

/** Opens the door and resolves when it answers. Rejects when the port cannot be had. */
export async function openGateway({ host, port, ...door }: Options): Promise<Gateway> {
  /** Connections that have a message under way. */
  const busy = new Set<string>();
  let isStopping = false;
  const server = createSmtpServer({
    ...door,
    onTransfer: (id) => busy.add(id),
    onAnswered(id) {
      busy.delete(id);
      // The answer itself goes out first.
      if (isStopping) setImmediate(endIdle);
    },
  });
  const endIdle = (): void => {
    for (const connection of server.connections) {
      if (!busy.has(connection.id)) connection.send(421, 'Going away, try again in a moment');
    }
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        isStopping = true;
        server.close(resolve);
        endIdle();
      }),
  };
}

import { createServer, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Taken {
  from: string;
  to: string[];
  raw: string;
  isSecure: boolean;
}

export interface Peer {
  port: number;
  taken: Taken[];
  close(): Promise<void>;
}

interface Options extends SMTPServerOptions {
  host?: string;
  port?: number;
  /** Throws the answer to a recipient, or to the message. */
  onRecipient?(address: string): void;
  onMessage?(taken: Taken): void | Promise<void>;
}

/** An answer of the other server. */
export const says = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

/** Somebody else's mail server, over a real socket. */
export async function openPeer({
  host = '127.0.0.1',
  port = 0,
  onRecipient,
  onMessage,
  ...options
}: Options = {}): Promise<Peer> {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    ...{
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
    },
    closeTimeout: 100,
    ...options,
    onRcptTo({ address }, _session, done) {
      try {
        onRecipient?.(address);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      buffer(stream)
        .then(async (bytes) => {
          const one = {
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            raw: bytes.toString('utf8'),
            isSecure: session.secure,
          };
          await onMessage?.(one);
          taken.push(one);
          done();
        })
        .catch(done);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A server that follows no protocol: what it does with a connection is the test's. */
export async function openRogue(behave: (socket: Socket) => void): Promise<{ port: number; close(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    behave(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

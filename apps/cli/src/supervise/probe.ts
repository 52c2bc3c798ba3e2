import { connect } from 'node:net';

/** How one knows that a part answers: what to say to it and where, and how the first line of the answer begins. */
export interface Probe {
  to: { host: string; port: number } | { path: string };
  say: string;
  answer: RegExp;
}

export const httpProbe = (host: string, port: number): Probe => ({
  to: { host, port },
  say: `GET /health HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`,
  answer: /^HTTP\/1\.1 200 /,
});

export const smtpProbe = (host: string, port: number): Probe => ({
  to: { host, port },
  say: '',
  answer: /^220[ -]/,
});

/** A part that listens on a unix socket. */
export const socketProbe = (path: string): Probe => ({
  to: { path },
  say: 'GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  answer: /^HTTP\/1\.1 200 /,
});

/** "port 25", or the socket's path. */
export const placeOf = ({ to }: Probe): string => ('path' in to ? to.path : `port ${to.port}`);

/** Plain sockets: node:http or fetch would cost the supervisor memory for its whole life. */
export function answers({ to, say, answer }: Probe, patienceMs = 5000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(to);
    let heard = '';
    const end = (isRight: boolean): void => {
      socket.destroy();
      resolve(isRight);
    };
    socket.setTimeout(Math.max(1, Math.min(patienceMs, 5000)), () => end(false));
    socket.once('error', () => end(false));
    socket.once('close', () => resolve(false));
    if (say) socket.once('connect', () => socket.write(say));
    socket.on('data', (piece) => {
      heard += piece.toString('latin1');
      if (heard.includes('\n')) end(answer.test(heard));
    });
  });
}

/** Where to ask a part that listens on `host`: one that listens everywhere answers on this machine too. */
export function reachableHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '::1' : host;
}

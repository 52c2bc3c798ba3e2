import { connect } from 'node:net';

export interface RawAnswer {
  status: number;
  /** Status line and headers. */
  head: string;
  body: string;
}

/** Sends the words as they stand, which no client library would, and reads until the server closes. */
export function rawRequest(address: string, request: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString('latin1');
      const [head = '', ...rest] = text.split('\r\n\r\n');
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
      resolve({ status, head, body: rest.join('\r\n\r\n') });
    });
    socket.write(request);
  });
}

/** A GET of exactly this target, with exactly these headers. */
export const rawGet = (
  address: string,
  target: string,
  headers = 'Host: brightwater.example',
): Promise<RawAnswer> =>
  rawRequest(address, `GET ${target} HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`);

import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endBodies } from './end-bodies.ts';

let server: Server;
let received = 0;
beforeAll(async () => {
  endBodies({ patience: 2000 });
  server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
    });
    if (request.url === '/refused') response.writeHead(413).end('no');
    else request.on('end', () => response.end('thanks'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

/** Sends a head and pieces of a body, and hears all that is said until the end. */
function talk(path: string, length: number, pieces: Iterable<Buffer>, pauseMs = 10): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`);
  const left = pieces[Symbol.iterator]();
  const sending = setInterval(() => {
    const next = left.next();
    if (!next.done) socket.write(next.value);
  }, pauseMs);
  let heard = '';
  return new Promise((resolve) => {
    socket.on('data', (chunk) => {
      heard += String(chunk);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(sending);
      resolve(heard);
    });
  });
}

function* endless(size: number): Generator<Buffer> {
  for (;;) yield Buffer.alloc(size);
}

test('who announces a body and does not send it is hung up on', async () => {
  expect(await talk('/', 25_000_000, [])).toBe('');
  expect(await talk('/', 25_000_000, endless(100))).toBe('');
});

test('who is slow but steady is heard to the end', async () => {
  const pieces = Array.from({ length: 300 }, () => Buffer.alloc(20_000));
  expect(await talk('/', 6_000_000, pieces)).toContain('thanks');
});

test('who goes on sending after a refusal has heard it, and is read no further', async () => {
  received = 0;
  expect(await talk('/refused', 25_000_000, endless(60_000), 5)).toContain('413');
  expect(received).toBeLessThan(1_000_000);
});

import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuseLargeBodies } from './refuse-bodies.ts';

let server: Server;
let kept = 0;
beforeAll(async () => {
  refuseLargeBodies(async ({ headers }) => {
    if (headers.cookie === 'away') throw new Error('the database is away');
    return headers.cookie === 'grace' ? 'grace' : null;
  });
  // Like Next: it keeps all that comes and answers at the end.
  server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => {
      kept += chunk.length;
    });
    request.on('end', () => response.end('thanks'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

function send(cookie: string, length: number, sent = length): { socket: Socket; answer: Promise<string> } {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(
    `POST /api/media?depth=0 HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nContent-Length: ${length}\r\n\r\n`,
  );
  socket.write(Buffer.alloc(sent));
  socket.on('error', () => undefined);
  const answer = new Promise<string>((resolve) => {
    let heard = '';
    socket.on('data', (bytes) => {
      heard += String(bytes);
      if (heard.includes('\r\n\r\n')) resolve(heard);
    });
    socket.on('close', () => resolve(heard));
  });
  return { socket, answer };
}

test('strangers’ large bodies are refused at once and hardly read', async () => {
  kept = 0;
  const sendings = Array.from({ length: 24 }, () => send('junk', 25_000_000, 4_000_000));
  for (const { answer } of sendings) expect(await answer).toMatch(/^HTTP\/1\.1 413 /);
  await Promise.all(
    sendings.map(({ socket }) => socket.closed || new Promise((end) => socket.on('close', end))),
  );
  expect(kept).toBeLessThan(24 * 500_000);
});

test('somebody’s arrive whole, two at once', async () => {
  kept = 0;
  const held = [send('grace', 2_000_000, 1000), send('grace', 2_000_000, 1000)];
  await expect.poll(() => kept).toBe(2000);
  const third = send('grace', 2_000_000, 0);
  expect(await third.answer).toMatch(/^HTTP\/1\.1 429 /);
  held[0]?.socket.write(Buffer.alloc(1_999_000));
  expect(await held[0]?.answer).toContain('thanks');
  held[1]?.socket.destroy();
  await expect.poll(async () => (await send('grace', 2_000_000).answer).slice(0, 12)).toBe('HTTP/1.1 200');
});

test('while nobody can be asked, it is not now', async () => {
  expect(await send('away', 2_000_000, 0).answer).toMatch(/^HTTP\/1\.1 503 /);
});

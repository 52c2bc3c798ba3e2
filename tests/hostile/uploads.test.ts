import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { cookieName } from '@kontor/auth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heldBy } from '../load/memory.ts';
import { type SignedInHouse, startSignedIn } from './signed-in.ts';

let house: SignedInHouse;
beforeAll(async () => {
  house = await startSignedIn();
});
afterAll(() => house?.close());

interface Sending {
  /** All that the office says until it hangs up, or until a whole answer's head is there. */
  answer: Promise<string>;
  socket: Socket;
}

/** Begins an upload by hand and goes on sending, as fast as it is read and no further than `most` bytes. */
function send(headers: Record<string, string>, most: number, path = '/api/media'): Sending {
  const socket = connect(Number(new URL(house.office).port), 'localhost');
  const all = { host: new URL(house.office).host, origin: house.office, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  const piece = 'x'.repeat(64 * 1024);
  let sent = 0;
  const go = () => {
    while (sent < most && !socket.destroyed) {
      sent += piece.length;
      const frame = 'transfer-encoding' in headers ? `10000\r\n${piece}\r\n` : piece;
      if (!socket.write(frame)) return socket.once('drain', go);
    }
  };
  go();
  socket.on('error', () => undefined);
  let heard = '';
  const answer = new Promise<string>((resolve) => {
    socket.on('data', (bytes) => {
      heard += String(bytes);
      if (heard.includes('\r\n\r\n')) resolve(heard);
    });
    socket.on('close', () => resolve(heard));
  });
  return { answer, socket };
}

const junk = `${cookieName}=${'a'.repeat(40)}`;
const large = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '25500000' };

/** Megabytes of the office alone. */
const officeHolds = (): number =>
  heldBy(house.house.supervisor.pid)
    .filter(({ name }) => name === 'office')
    .reduce((sum, { pss }) => sum + pss, 0);

test('two dozen large bodies with a cookie that is no session are hung up on, and hold no memory', async () => {
  const before = officeHolds();
  const sendings = Array.from({ length: 24 }, () => send({ ...large, cookie: junk }, 25_000_000));
  const answers = await Promise.all(sendings.map(({ answer }) => answer));
  // Who is hung up on while sending may not hear why.
  for (const answer of answers) expect(answer).toMatch(/^$|^HTTP\/1\.1 413 /);
  expect(answers.some((answer) => answer !== '')).toBe(true);
  await expect.poll(() => sendings.every(({ socket }) => socket.closed), { timeout: 15_000 }).toBe(true);
  // They were 700 before.
  await expect.poll(() => officeHolds() - before, { timeout: 10_000, interval: 500 }).toBeLessThan(200);
});

test.each([
  ['to anything else', '/api/pages', large],
  ['to a page', '/login', large],
  ['larger than a picture may be', '/api/media', { ...large, 'content-length': '28000000' }],
])('a large body %s is refused to an admin too', async (_what, path, headers) => {
  const { answer, socket } = send({ ...headers, cookie: house.cookie }, 0, path);
  expect(await answer).toMatch(/^HTTP\/1\.1 413 /);
  socket.destroy();
});

test('what does not say how large it is is refused, whoever sends it', async () => {
  const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
  for (const cookie of [junk, house.cookie]) {
    const { answer, socket } = send({ ...headers, cookie }, 0);
    expect(await answer).toMatch(/^HTTP\/1\.1 411 /);
    socket.destroy();
  }
});

test('one person sends two pictures at once, and the next when they have arrived', async () => {
  const cookie = house.cookie;
  const waiting = [send({ ...large, cookie }, 1_000_000), send({ ...large, cookie }, 1_000_000)];
  // Both have to have begun.
  await pause(3000);
  const third = send({ ...large, cookie }, 0);
  expect(await third.answer).toMatch(/^HTTP\/1\.1 429 /);
  for (const { socket } of [...waiting, third]) socket.destroy();
  const form = new FormData();
  const words = JSON.stringify({ alt: 'A staircase' });
  form.append('_payload', words);
  const picture = readFileSync(new URL('../../docs/pictures/mail.webp', import.meta.url));
  // What follows the picture's own end is no part of it.
  form.append('file', new Blob([picture, Buffer.alloc(1_500_000)], { type: 'image/webp' }), 'mail.webp');
  const headers = { cookie, origin: house.office };
  const sent = () => fetch(`${house.office}/api/media`, { method: 'POST', body: form, headers });
  // That those two are gone is heard a moment later.
  await expect
    .poll(
      async () => {
        const { status } = await sent();
        expect([201, 429]).toContain(status);
        return status;
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(201);
});

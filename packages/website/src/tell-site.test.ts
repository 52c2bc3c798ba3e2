import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fakeClock, nonceMemory, signatureHeader, verifyCall } from '@kontor/core';
import type { Change } from '@kontor/data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellSite } from './tell-site.ts';

const key = Buffer.from('a key that only tests know');
const clock = fakeClock();
const told: string[] = [];
let address = '';

const site = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const call = { method: request.method ?? '', path: request.url ?? '', body };
  const header = String(request.headers[signatureHeader]);
  const { ok } = verifyCall(key, call, header, { now: clock.now(), nonces: nonceMemory() });
  told.push(ok ? body.toString() : 'unsigned');
  response.writeHead(ok ? 204 : 403).end();
});
beforeAll(async () => {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(() => {
  site.closeAllConnections();
  site.close();
});

const change = (seq: number, kind: string): Change => ({ seq, kind, subject: 'pages', data: {}, at: 0 });
const telling = (batches: Change[][], to = address) =>
  tellSite({
    address: to,
    patienceMs: 60_000,
    key,
    clock,
    signal: new AbortController().signal,
    changes: {
      latest: async () => 4,
      async follow({ after, onChanges }) {
        expect(after).toBe(4);
        for (const batch of batches) await onChanges(batch);
      },
    },
  });

test('several publishes at once are one signed call; other changes are none', async () => {
  told.length = 0;
  await telling([
    [change(5, 'site.published'), change(6, 'mail.arrived'), change(7, 'site.published')],
    [change(8, 'mail.arrived')],
  ]);
  expect(told).toEqual(['{"seq":7}']);
});

test('a site that does not answer stops nothing', async () => {
  await expect(telling([[change(5, 'site.published')]], 'http://127.0.0.1:9')).resolves.toBeUndefined();
});

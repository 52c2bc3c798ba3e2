import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cookieName } from '@kontor/auth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareFirm } from '../load/bench-firm.ts';
import { type House, newHouse, startHouse } from '../load/house.ts';
import { leaks } from './hostile-values.ts';
import { askable, foundRoutes, officeRoutes, siteAddresses } from './routes.ts';

test('every route of the office is known here, and the site’s are found', () => {
  expect(foundRoutes().filter((route) => !(route in officeRoutes))).toEqual([]);
  expect(siteAddresses()).toEqual(
    expect.arrayContaining(['/health', '/internal/changed', '/media/x', '/news.xml']),
  );
});

let folder: string;
let house: House;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-http-hostile-'));
  const env = await newHouse(join(folder, 'data'));
  await prepareFirm(env);
  house = await startHouse(env);
});
afterAll(async () => {
  await house?.supervisor.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Asked {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}
const portOf = (part: 'SITE' | 'OFFICE'): number => Number(house.env[`KONTOR_${part}_PORT`]);

/** Plain node:http, because fetch puts right what we want to send wrong. */
function ask(
  port: number,
  { method, path, headers = {}, body }: Asked,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(
      { host: 'localhost', port, method, path, headers, agent: false, timeout: 60_000 },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString() }),
        );
        response.on('error', reject);
      },
    );
    call.on('timeout', () => call.destroy(new Error(`${method} ${path}: no answer within a minute`)));
    call.on('error', (error: NodeJS.ErrnoException) =>
      // Hanging up on too much is an answer too.
      error.code === 'ECONNRESET' || error.code === 'EPIPE'
        ? resolve({ status: 413, text: '' })
        : reject(error),
    );
    call.end(body);
  });
}

const json = { 'content-type': 'application/json' };
const stateTree = 'next-router-state-tree';
/** What Next's client says it shows already, as it would never say it. */
const brokenStates = ['x', '%', '[]', '[%22%22]', '[%22%22,{%22a%22:7}]', 'x'.repeat(12_000)];
const hostile = (path: string): Asked[] => [
  ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'].map((method) => ({ method, path })),
  { method: 'GET', path: `${path}?a[$ne]=1&where[password][like]=%25&depth=99999&limit=-1` },
  { method: 'GET', path: `${path}?x=${'x'.repeat(12_000)}` },
  { method: 'GET', path: `${path}/..%2f..%2f..%2fetc%2fpasswd` },
  { method: 'GET', path: `${path}/%00` },
  { method: 'GET', path: `${path}/%ff%fe` },
  { method: 'GET', path, headers: { cookie: `${cookieName}=${'a'.repeat(4000)}; session=x` } },
  {
    method: 'GET',
    path,
    headers: { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https', host: 'evil.test' },
  },
  ...brokenStates.map((state) => ({ method: 'GET', path, headers: { rsc: '1', [stateTree]: state } })),
  { method: 'POST', path, headers: json, body: '{' },
  { method: 'POST', path, headers: json, body: '{"__proto__":{"role":"admin"},"email":{"$ne":null}}' },
  { method: 'POST', path, headers: json, body: `[${'['.repeat(50_000)}` },
  { method: 'POST', path, headers: { 'content-type': 'text/plain' }, body: 'words' },
  { method: 'POST', path, headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--y\r\n' },
  { method: 'POST', path, headers: { 'next-action': 'x'.repeat(42) }, body: '[]' },
  {
    method: 'POST',
    path,
    headers: { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' },
    body: 'a=b',
  },
  { method: 'POST', path, headers: json, body: Buffer.alloc(12_000_000, 'a') },
];

async function harmless(port: number, asked: Asked): Promise<number> {
  const { status, text } = await ask(port, asked);
  const what = `${asked.method} ${asked.path.slice(0, 80)} ${JSON.stringify(asked.headers ?? {})}`;
  expect(status, what).toBeGreaterThanOrEqual(200);
  expect(status, what).toBeLessThan(500);
  expect(leaks.exec(text)?.[0], what).toBeUndefined();
  return status;
}

const routes = Object.entries(officeRoutes);

test.each(routes)('the office’s %s, open %s, answers clearly whatever is asked', async (route) => {
  for (const asked of hostile(askable(route))) await harmless(portOf('OFFICE'), asked);
});

test.each(routes.filter(([, opens]) => opens !== 'to anyone' && opens !== 'by payload'))(
  'the office’s %s, open %s, gives nothing to a stranger',
  async (route) => {
    const path = askable(route);
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      const status = await harmless(portOf('OFFICE'), { method, path });
      expect([302, 303, 307, 401, 403, 404, 405], `${method} ${path}`).toContain(status);
    }
  },
);

test.each(siteAddresses())('the site’s %s answers clearly whatever is asked', async (path) => {
  for (const asked of hostile(path === '/' ? '' : path)) {
    await harmless(portOf('SITE'), {
      ...asked,
      path: asked.path.startsWith('/') ? asked.path : `/${asked.path}`,
    });
  }
});

test('after all that, the same processes answer', async () => {
  expect(await harmless(portOf('OFFICE'), { method: 'GET', path: '/health' })).toBe(200);
  expect(await harmless(portOf('SITE'), { method: 'GET', path: '/health' })).toBe(200);
});

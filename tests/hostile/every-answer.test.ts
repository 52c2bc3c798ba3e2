import { afterAll, beforeAll, expect, test } from 'vitest';
import { askable, officeRoutes } from './routes.ts';
import { type SignedInHouse, startSignedIn } from './signed-in.ts';

let house: SignedInHouse;
beforeAll(async () => {
  house = await startSignedIn();
});
afterAll(() => house?.close());

const ask = (path: string, cookie = '') =>
  fetch(`${house.office}${path}`, { headers: { cookie }, redirect: 'manual' });

test.each([
  ...Object.keys(officeRoutes).map(askable),
  ...[
    '/_next/static/x.js',
    '/_next/static/chunks/%00',
    '/_next/x',
    '/_next/image?url=x',
    '/internal/site/x',
    '/internal/x',
  ],
  ...['/favicon.ico', '/icon.svg', '/api/persons/me', '/health/x', '/x.js'],
])('%s answers a stranger with a policy and with a type that is not guessed', async (path) => {
  const { headers, body } = await ask(path);
  await body?.cancel();
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
});

test.each([
  'forgot',
  'reset/x',
  'unlock',
  'verify/x',
  'persons/verify/x',
  'create-first-user',
  'forgot?x=1',
  'login',
  'login?redirect=/admin/x',
])('/admin/%s leads to the one sign-in, whoever asks', async (page) => {
  for (const cookie of ['', house.cookie]) {
    const answer = await ask(`/admin/${page}`, cookie);
    expect(answer.status).toBe(303);
    expect(new URL(answer.headers.get('location') ?? '', house.office).pathname).toBe('/login');
  }
});

test('a stranger’s large body is refused before it is read, with and without its length', async () => {
  const post = (init: RequestInit) =>
    fetch(`${house.office}/api/media`, { method: 'POST', headers: { origin: house.office }, ...init });
  // Who is hung up on while still sending may not hear why: once more, then.
  const large = () => post({ body: 'x'.repeat(1_100_000) });
  expect((await large().catch(large)).status).toBe(413);
  const stream = new Blob(['x'.repeat(1_100_000)]).stream();
  expect((await post({ body: stream, duplex: 'half' } as RequestInit)).status).toBe(411);
});

import { expect, test } from 'vitest';
import { type Call, nonceMemory, signCall, verifyCall } from './signed-call.ts';

const key = Buffer.alloc(32, 7);
const call: Call = { method: 'POST', path: '/internal/site/inquiries?x=1', body: '{"text":"Stairs?"}' };
const now = 1_790_000_000_000;
const check = (header: string | null, given = call, at = now, nonces = nonceMemory(), by: Uint8Array = key) =>
  verifyCall(by, given, header, { now: at, nonces });
const wrong = { ok: false, why: 'wrong' };

test('a call is taken as it was signed; bytes and their text are one body', () => {
  const header = signCall(key, call, now);
  expect(check(header)).toEqual({ ok: true });
  expect(check(header, { ...call, method: 'post', body: Buffer.from(String(call.body)) })).toEqual({
    ok: true,
  });
});

test.each<Partial<Call>>([
  { method: 'GET' },
  { path: '/internal/site/inquiries?x=2' },
  { path: '/internal/site/inquiries' },
  { body: '{"text":"Stairs!"}' },
  { body: '' },
])('not with another %o', (other) => {
  expect(check(signCall(key, call, now), { ...call, ...other })).toEqual(wrong);
});

test('not by another key', () => {
  expect(check(signCall(Buffer.alloc(32, 8), call, now))).toEqual(wrong);
});

test('not with a time, a nonce or a signature put into it', () => {
  const [version, , nonce, signature] = signCall(key, call, now).split(' ');
  const other = signCall(key, call, now).split(' ')[2];
  expect(check(`${version} ${now + 1} ${nonce} ${signature}`)).toEqual(wrong);
  expect(check(`${version} ${now} ${other} ${signature}`)).toEqual(wrong);
  expect(check(`${version} ${now} ${nonce} ${'A'.repeat(43)}`)).toEqual(wrong);
});

test.each([null, undefined, ''])('missing: %s', (header) => {
  expect(check(header as null)).toEqual({ ok: false, why: 'missing' });
});

test.each([
  'v1',
  'v2 1 a b',
  `v1 -1 ${'a'.repeat(22)} ${'b'.repeat(43)}`,
  `${signCall(key, call, now)} more`,
])('malformed: %s', (header) => expect(check(header)).toEqual({ ok: false, why: 'malformed' }));

test('clocks may differ by a minute, either way, and no more', () => {
  const header = signCall(key, call, now);
  for (const at of [now - 60_000, now + 60_000]) expect(check(header, call, at)).toEqual({ ok: true });
  for (const at of [now - 60_001, now + 60_001])
    expect(check(header, call, at)).toEqual({ ok: false, why: 'stale' });
});

test('a call is taken once, for as long as its signature would still be good', () => {
  const nonces = nonceMemory();
  const header = signCall(key, call, now + 60_000);
  expect(check(header, call, now, nonces)).toEqual({ ok: true });
  for (const at of [now, now + 60_000, now + 120_000]) {
    check(signCall(key, call, at), call, at, nonces);
    expect(check(header, call, at, nonces)).toEqual({ ok: false, why: 'replayed' });
  }
});

test('a refused call uses no nonce up', () => {
  const nonces = nonceMemory();
  const header = signCall(key, call, now);
  check(header, { ...call, body: 'spoilt' }, now, nonces);
  expect(check(header, call, now, nonces)).toEqual({ ok: true });
});

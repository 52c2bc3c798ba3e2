import { describe, expect, test } from 'vitest';
import { judge } from './gate.ts';

const localOffice = 'http://localhost:3000';
const publicOffice = 'https://office.brightwater.example';
const ask = (method: string, headers: Record<string, string>, office = localOffice) =>
  judge({ method, path: '/mail?x=1', headers: new Headers({ host: 'localhost:3000', ...headers }) }, office);
const status = (judged: ReturnType<typeof judge>) =>
  'status' in judged ? judged.status : judged.pass ? 200 : 307;

test('a page of our own passes, with and without fetch metadata', () => {
  expect(ask('GET', {})).toEqual({ pass: true });
  expect(ask('POST', { 'sec-fetch-site': 'same-origin' })).toEqual({ pass: true });
  expect(ask('POST', { origin: 'http://localhost:3000' })).toEqual({ pass: true });
});

test.each(['cross-site', 'same-site', 'none'])('a form sent from %s is refused', (site) => {
  expect(status(ask('POST', { 'sec-fetch-site': site, origin: 'http://localhost:3000' }))).toBe(403);
});

test.each(['https://evil.test', 'null', 'http://localhost:4000', 'http://localhost:3000.evil.test'])(
  'a form from the origin %s is refused',
  (origin) => expect(status(ask('POST', { origin }))).toBe(403),
);

test('a cookie without a word of where it comes from is refused; a program without a cookie is not', () => {
  expect(status(ask('POST', { cookie: '__Host-kontor=x' }))).toBe(403);
  expect(ask('POST', {})).toEqual({ pass: true });
});

test('another page may link to us but not load from us', () => {
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  expect(ask('GET', link)).toEqual({ pass: true });
  const picture = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
  expect(status(ask('GET', picture))).toBe(403);
});

describe('names and wires', () => {
  test('a name that is not ours is misdirected', () => {
    expect(status(ask('GET', { host: 'evil.test' }))).toBe(421);
    expect(status(ask('GET', { host: 'localhost.evil.test' }))).toBe(421);
  });

  test('the public name answers over HTTPS only', () => {
    const host = 'office.brightwater.example';
    expect(status(ask('GET', { host }, publicOffice))).toBe(403);
    expect(ask('GET', { host, 'x-forwarded-proto': 'https' }, publicOffice)).toEqual({ pass: true });
    // What a visitor wrote stands before what our own proxy wrote.
    expect(status(ask('GET', { host, 'x-forwarded-proto': 'https, http' }, publicOffice))).toBe(403);
  });

  test('127.0.0.1 is the site’s: the office sends its readers to localhost', () => {
    expect(ask('GET', { host: '127.0.0.1:3000' })).toEqual({
      pass: false,
      redirect: `${localOffice}/mail?x=1`,
    });
  });
});

import { expect, test } from 'vitest';
import { refuseLargeBody } from './large-body.ts';

const grace = { caller: async () => 'grace', begin: () => true };
const asked = (headers: Record<string, string>, method = 'POST', path = '/api/media') => ({
  method,
  path,
  headers,
});
const large = { 'content-length': '25000000' };

test('somebody of the firm may send a picture, new or in place of another', async () => {
  expect(await refuseLargeBody(asked(large), grace)).toBeNull();
  expect(await refuseLargeBody(asked(large, 'PATCH', '/api/media/7'), grace)).toBeNull();
  expect(await refuseLargeBody(asked(large, 'POST', '/mail-data/letter/file'), grace)).toBeNull();
  expect(await refuseLargeBody(asked(large, 'POST', '/wiki-data/files/k3'), grace)).toBeNull();
});

test('a long page of the wiki may be saved', async () => {
  const saved = (length: number) =>
    refuseLargeBody(asked({ 'content-length': String(length) }, 'PUT', '/wiki-data/page/k3'), grace);
  expect(await saved(12_000_000)).toBeNull();
  expect(await saved(12_000_001)).toMatchObject({ status: 413 });
});

test('a small body is anybody’s, and nobody is asked who sends it', async () => {
  const nobody = { caller: () => Promise.reject(new Error('asked')), begin: () => false };
  expect(await refuseLargeBody(asked({ 'content-length': '1000000' }), nobody)).toBeNull();
  expect(await refuseLargeBody(asked({}), nobody)).toBeNull();
});

test.each([
  ['by a stranger', asked(large), { ...grace, caller: async () => null }, 413],
  ['larger than a picture may be', asked({ 'content-length': '26000001' }), grace, 413],
  ['to another collection', asked(large, 'POST', '/api/pages'), grace, 413],
  ['to below a picture', asked(large, 'POST', '/api/media/7/x'), grace, 413],
  ['to a page', asked(large, 'POST', '/login'), grace, 413],
  ['with another verb', asked(large, 'PUT'), grace, 413],
  ['that does not say how large it is', asked({ 'transfer-encoding': 'chunked' }), grace, 411],
  ['beside too many others', asked(large), { ...grace, begin: () => false }, 429],
])('a large body %s is refused', async (_what, request, house, status) => {
  expect(await refuseLargeBody(request, house)).toMatchObject({ status });
});

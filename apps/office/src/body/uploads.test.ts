import { expect, test } from 'vitest';
import { createUploads } from './uploads.ts';

test('one person has two under way, and the next when one has ended', () => {
  const uploads = createUploads();
  expect([uploads.begin('grace'), uploads.begin('grace'), uploads.begin('grace')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(uploads.begin('mia')).toBe(true);
  uploads.end('grace');
  expect([uploads.begin('grace'), uploads.begin('grace')]).toEqual([true, false]);
});

test('all persons together have eight', () => {
  const uploads = createUploads();
  const begun = Array.from({ length: 10 }, (_, index) => uploads.begin(`person ${index}`));
  expect(begun.filter(Boolean)).toHaveLength(8);
  for (let index = 0; index < 8; index += 1) uploads.end(`person ${index}`);
  expect(uploads.begin('somebody')).toBe(true);
});

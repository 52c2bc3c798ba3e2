import { expect, test } from 'vitest';
import { difference } from '../../scripts/difference.ts';

test('the migrations lead to the shape that the collections ask for', async () => {
  const { statements } = await difference();
  // When this fails: npm run migration -w @kontor/suite -- NAME
  expect(statements).toEqual([]);
});

import { expect, test } from 'vitest';
import { readable } from './readable-address.ts';

test.each(['/mail', '/mail/a%40y.test/inbox?show=%ff', '/%D8%B9?x=%', '/a%2Fb', '*'])(
  '%s is left as it is',
  (address) => expect(readable(address)).toBe(address),
);

test.each([
  ['/login/%ff%fe', '/login/%25ff%25fe'],
  ['/%', '/%25'],
  ['/%zz?next=%2F', '/%25zz?next=%2F'],
])('%s is read as %s', (address, literal) => expect(readable(address)).toBe(literal));

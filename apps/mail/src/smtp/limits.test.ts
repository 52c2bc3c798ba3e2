import { expect, test } from 'vitest';
import { createLimits } from './limits.ts';

const connect = (addresses: string[]) => {
  const limits = createLimits();
  addresses.forEach((remoteAddress, index) => void limits.connected({ id: String(index), remoteAddress }));
  return limits;
};
const many = (addressOf: (index: number) => string) =>
  Array.from({ length: 50 }, (_, index) => addressOf(index));
const tooMany = expect.objectContaining({ responseCode: 421 });

test.each([
  ['an IPv4 address', () => '192.0.2.7', '192.0.2.7', '192.0.2.8'],
  ['the same, as a socket for both names it', () => '::ffff:192.0.2.7', '192.0.2.7', '192.0.2.8'],
  [
    'a /64',
    (index: number) => `2001:db8:1:2::${index.toString(16)}`,
    '2001:db8:1:2:9:9:9:9',
    '2001:db8:1:3::1',
  ],
])(
  '%s has fifty connections at once and no more, and another none the less',
  (_what, addressOf, one, other) => {
    const limits = connect(many(addressOf));
    expect(() => limits.connected({ id: 'one', remoteAddress: one })).toThrow(tooMany);
    limits.connected({ id: 'other', remoteAddress: other });
    limits.closed({ id: '0' });
    limits.connected({ id: 'one', remoteAddress: one });
  },
);

test('programs on this machine are not counted', () => {
  const limits = connect(many(() => '127.0.0.1'));
  limits.connected({ id: 'one', remoteAddress: '127.0.0.1' });
});

import { verify } from '@node-rs/argon2';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { hashPassword, ratePassword, verifyPassword } from './password.ts';

vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>();
  return { ...argon2, verify: vi.fn(argon2.verify) };
});

const compared = vi.mocked(verify);
/** What a comparison costs: algorithm, memory, passes, lanes. */
const costOf = (hash: string) => hash.split('$').slice(1, 4).join('$');

describe('comparing', () => {
  beforeEach(() => void compared.mockClear());

  test('the right password matches, another does not, and two hashes of one differ', async () => {
    const hash = await hashPassword('river stone lantern 7');
    expect(await verifyPassword(hash, 'river stone lantern 7')).toBe(true);
    expect(await verifyPassword(hash, 'river stone lantern 8')).toBe(false);
    expect(await hashPassword('river stone lantern 7')).not.toBe(hash);
  });

  test('what is kept is argon2id with 19 MiB and two passes', async () => {
    expect(costOf(await hashPassword('river stone lantern 7'))).toBe('argon2id$v=19$m=19456,t=2,p=1');
  });

  test.each([null, undefined, ''])(
    'for nobody (%j) it is false, at the cost of a real comparison',
    async (stored) => {
      expect(await verifyPassword(stored, 'river stone lantern 7')).toBe(false);
      expect(compared).toHaveBeenCalledOnce();
      expect(costOf(String(compared.mock.calls[0]?.[0]))).toBe(costOf(await hashPassword('x')));
    },
  );

  test('what is no hash at all matches nothing', async () => {
    expect(await verifyPassword('not a hash', 'not a hash')).toBe(false);
  });
});

describe('rating', () => {
  const rated = async (password: string, personal: string[] = []) => {
    const rating = await ratePassword(password, personal);
    return rating.ok ? 'good' : rating.why;
  };

  test.each([
    ['nine char', 'too-short'],
    ['🔑🔑🔑🔑🔑', 'too-short'],
    ['x'.repeat(257), 'too-long'],
    ['password1234', 'too-common'],
    ['Password1234!', 'too-common'],
    ['abababababab', 'too-common'],
    ['river stone lantern 7', 'good'],
    ['lower case words only', 'good'],
  ])('%s is %s', async (password, why) => expect(await rated(password)).toBe(why));

  test('a word of one’s own with a few letters more is too easy, within a long password it is not', async () => {
    expect(await rated('brightwater7', ['Brightwater'])).toBe('too-common');
    expect(await rated('brightwater otter copper', ['Brightwater'])).toBe('good');
  });
});

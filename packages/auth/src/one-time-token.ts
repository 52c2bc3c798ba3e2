import type { Clock } from '@kontor/core';
import { type Bulk, collection } from '@kontor/data';
import { hashToken, newToken } from './token.ts';

export const tokensCollection = collection({
  slug: 'tokens',
  timestamps: false,
  admin: { hidden: true },
  fields: [
    { name: 'purpose', type: 'text', required: true, index: true },
    { name: 'expiresAt', type: 'number', required: true },
    { name: 'usedAt', type: 'number', required: true },
  ],
});

/** Links that work once and for a while. Only their hashes are kept. */
export interface OneTimeTokens {
  /** Makes a token; earlier ones of the same purpose stop working. */
  issue(purpose: string, lifetimeMs: number): Promise<string>;
  isGood(purpose: string, token: string): Promise<boolean>;
  /** True for exactly one caller. */
  use(purpose: string, token: string): Promise<boolean>;
  /** Gives a used token back when what it was used for failed. */
  giveBack(purpose: string, token: string): Promise<void>;
  /** Forgets those whose time is over. */
  prune(): Promise<void>;
}

export function createOneTimeTokens({ bulk, clock }: { bulk: Bulk; clock: Clock }): OneTimeTokens {
  const from = 'tokens';
  return {
    async issue(purpose, lifetimeMs) {
      const token = newToken();
      const row = { id: hashToken(token), purpose, expiresAt: clock.now() + lifetimeMs, usedAt: 0 };
      await bulk.write([
        { op: 'delete', in: from, where: { purpose } },
        { op: 'insert', into: from, rows: [row] },
      ]);
      return token;
    },
    async isGood(purpose, token) {
      const where = { id: hashToken(token), purpose, usedAt: 0, expiresAt: { gt: clock.now() } };
      return (await bulk.count(from, where)) === 1;
    },
    async use(purpose, token) {
      const now = clock.now();
      const where = { id: hashToken(token), purpose, usedAt: 0, expiresAt: { gt: now } };
      const [outcome] = await bulk.write([{ op: 'update', in: from, where, set: { usedAt: now } }]);
      return outcome?.count === 1;
    },
    async giveBack(purpose, token) {
      await bulk.write([
        { op: 'update', in: from, where: { id: hashToken(token), purpose }, set: { usedAt: 0 } },
      ]);
    },
    async prune() {
      await bulk.write([{ op: 'delete', in: from, where: { expiresAt: { lt: clock.now() } } }]);
    },
  };
}

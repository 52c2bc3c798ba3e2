import { createHash } from 'node:crypto';
import type { Clock } from '@kontor/core';
import { type Bulk, collection } from '@kontor/data';

export const throttlesCollection = collection({
  slug: 'throttles',
  timestamps: false,
  admin: { hidden: true },
  fields: [{ name: 'full', type: 'number', required: true, index: true }],
});

/** `burst` attempts at once, then one every `everyMs`. */
export interface Allowance {
  burst: number;
  everyMs: number;
}

export type Permission = { ok: true } | { ok: false; retryAfterMs: number };

/** Counts attempts by key, shared by all processes and kept over restarts. */
export interface Throttle {
  /** Spends one attempt of the key. Fails closed: under contention it refuses rather than lets through. */
  spend(key: string, allowance: Allowance): Promise<Permission>;
  /** Gives the key its whole allowance back. */
  reset(key: string): Promise<void>;
  /** Marks a key as trusted for so long; `isMarked` tells. */
  mark(key: string, forMs: number): Promise<void>;
  isMarked(key: string): Promise<boolean>;
  prune(): Promise<void>;
}

/** Who loses a race tries again; among those who guess at once, each round lets one through. */
const mostRounds = 20;

/**
 * The generic cell rate algorithm: one number per key, the time at which the allowance is full again, moved forward by
 * compare-and-set.
 */
export function createThrottle({ bulk, clock }: { bulk: Bulk; clock: Clock }): Throttle {
  const from = 'throttles';
  // Keys hold names and addresses of people; only their hash is kept.
  const idOf = (key: string): string => createHash('sha256').update(key).digest('hex');
  const read = async (id: string): Promise<number | null> => {
    const [row] = await bulk.find(from, { id }, { limit: 1 });
    return row ? Number(row['full']) : null;
  };

  return {
    async spend(key, { burst, everyMs }) {
      const id = idOf(key);
      for (let round = 0; round < mostRounds; round += 1) {
        const now = clock.now();
        const stored = await read(id);
        const full = Math.max(stored ?? now, now) + everyMs;
        const wait = full - now - burst * everyMs;
        if (wait > 0) return { ok: false, retryAfterMs: wait };
        const [outcome] = await bulk.write(
          stored === null
            ? [{ op: 'insert', into: from, rows: [{ id, full }] }]
            : [{ op: 'update', in: from, where: { id, full: stored }, set: { full } }],
        );
        if (outcome?.count === 1) return { ok: true };
      }
      return { ok: false, retryAfterMs: everyMs };
    },
    async reset(key) {
      await bulk.write([{ op: 'delete', in: from, where: { id: idOf(key) } }]);
    },
    async mark(key, forMs) {
      const id = idOf(`mark ${key}`);
      const full = clock.now() + forMs;
      await bulk.write([
        { op: 'insert', into: from, rows: [{ id, full }] },
        { op: 'update', in: from, where: { id }, set: { full } },
      ]);
    },
    async isMarked(key) {
      return ((await read(idOf(`mark ${key}`))) ?? 0) > clock.now();
    },
    async prune() {
      await bulk.write([{ op: 'delete', in: from, where: { full: { lt: clock.now() } } }]);
    },
  };
}

import type { Clock } from '@kontor/core';
import type { Bulk } from './bulk/port.ts';
import { collection } from './collection.ts';

export const claimsCollection = collection({
  slug: 'claims',
  timestamps: false,
  admin: { hidden: true },
  fields: [
    { name: 'holder', type: 'text', required: true },
    { name: 'until', type: 'number', required: true },
  ],
});

/** Who may do a thing now, among all processes: a row per name, taken by compare-and-set, free again when its lease ends. */
export interface Claims {
  /** True when the holder has the claim for that long from now on (also when it had it before). */
  take(name: string, holder: string, leaseMs: number): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
}

export function createClaims({ bulk, clock }: { bulk: Bulk; clock: Clock }): Claims {
  return {
    async take(name, holder, leaseMs) {
      const now = clock.now();
      const until = now + leaseMs;
      const [inserted, renewed, expired] = await bulk.write([
        { op: 'insert', into: 'claims', rows: [{ id: name, holder, until }] },
        { op: 'update', in: 'claims', where: { id: name, holder }, set: { until } },
        { op: 'update', in: 'claims', where: { id: name, until: { lt: now } }, set: { holder, until } },
      ]);
      return [inserted, renewed, expired].some((outcome) => (outcome?.count ?? 0) > 0);
    },
    async release(name, holder) {
      await bulk.write([{ op: 'update', in: 'claims', where: { id: name, holder }, set: { until: 0 } }]);
    },
  };
}

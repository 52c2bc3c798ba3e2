import type { Claims } from '@kontor/data';

export interface Lease {
  /** Takes it, or takes it for longer when half of it is over. False when somebody else has it. */
  hold(): Promise<boolean>;
  /** Does what may take longer than the lease, which has been taken: it is renewed meanwhile, and given back after. */
  during<Out>(work: () => Promise<Out>): Promise<Out>;
}

/** The right to do a thing alone, for a while. Its own clock runs on, whatever is done to the machine's. */
export function createLease(claims: Claims, name: string, holder: string, leaseMs: number): Lease {
  let until = Number.NEGATIVE_INFINITY;

  async function hold(): Promise<boolean> {
    const now = performance.now();
    if (until - now > leaseMs / 2) return true;
    if (!(await claims.take(name, holder, leaseMs))) return false;
    until = now + leaseMs;
    return true;
  }

  return {
    hold,
    async during(work) {
      let renewing: Promise<unknown> = Promise.resolve();
      const staying = setInterval(() => {
        renewing = hold().catch(() => {});
      }, leaseMs / 4).unref();
      try {
        return await work();
      } finally {
        clearInterval(staying);
        // One that is on its way would take it again after it was given back.
        await renewing;
        until = Number.NEGATIVE_INFINITY;
        await claims.release(name, holder);
      }
    },
  };
}

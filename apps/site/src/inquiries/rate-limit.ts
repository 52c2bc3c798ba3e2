import { type Clock, networkOf } from '@kontor/core';

export interface RateLimit {
  /** True while this address has tries left; each call uses one. */
  take(address: string): boolean;
}

/** So many tries per address in a window that slides; kept in memory only. */
export function rateLimit({
  tries,
  windowMs,
  clock,
}: {
  tries: number;
  windowMs: number;
  clock: Clock;
}): RateLimit {
  const taken = new Map<string, number[]>();
  return {
    take(address) {
      const now = clock.now();
      const network = networkOf(address);
      const recent = (taken.get(network) ?? []).filter((at) => at > now - windowMs);
      const isFree = recent.length < tries;
      taken.delete(network);
      taken.set(network, isFree ? [...recent, now] : recent);
      forgetOld(taken, now - windowMs);
      return isFree;
    },
  };
}

/** Oldest first: the map keeps the order in which addresses were last heard of. */
function forgetOld(taken: Map<string, number[]>, before: number): void {
  for (const [address, times] of taken) {
    if ((times.at(-1) ?? 0) > before) return;
    taken.delete(address);
  }
}

import type { DesiredPeer } from '@kontor/tunnels/wire';
import type { LivePeer } from './dump.ts';
import { rangesOf } from './network.ts';

export interface Delta {
  /** New ones, and those whose addresses are others now. */
  toSet: DesiredPeer[];
  /** Keys. */
  toRemove: string[];
}

/** The steps from what is to what should be. Peers that are right are not touched: touching one loses its packets. */
export function deltaOf(desired: readonly DesiredPeer[], live: readonly LivePeer[]): Delta {
  const wanted = new Set(desired.map(({ key }) => key));
  const present = new Map(live.map((peer) => [peer.key, peer.allowed.join()]));
  return {
    toSet: desired.filter(({ key, addresses }) => present.get(key) !== allowedOf(addresses).join()),
    toRemove: live.map(({ key }) => key).filter((key) => !wanted.has(key)),
  };
}

export const allowedOf = (addresses: readonly string[]): string[] => addresses.map(rangesOf).sort();

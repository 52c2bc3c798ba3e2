import type { Claims } from '@kontor/data';
import type { SearchSource } from '#source.ts';
import { createLease, type Lease } from './lease.ts';

/**
 * Sources follow the log in two lanes, each with a position of its own: what is read in a moment, and files, of which one may take
 * many seconds. So neither waits for the other, and no position passes over what was not read.
 */
export const lanes = ['quick', 'slow'] as const;
export type Lane = (typeof lanes)[number];

export const sourcesIn = (lane: Lane, sources: readonly SearchSource[]): SearchSource[] =>
  sources.filter(({ isSlow = false }) => isSlow === (lane === 'slow'));

export const lanesOf = (sources: readonly SearchSource[]): Lane[] =>
  lanes.filter((lane) => sourcesIn(lane, sources).length > 0);

/** Milliseconds after which the work of a follower that died is taken over. */
const followLeaseMs = 10_000;

/** Who may write a lane of the live index now. */
export const followLease = (claims: Claims, lane: Lane, holder: string): Lease =>
  createLease(claims, lane === 'quick' ? 'search.follow' : 'search.follow-slow', holder, followLeaseMs);

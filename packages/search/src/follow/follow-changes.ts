import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@kontor/core';
import type { Log } from '@kontor/log';
import { createIndex, indexes, type Position } from '#meilisearch/search-index.ts';
import { searchProblems } from '#problems.ts';
import { catchUp, fittingPosition, recordsAfter } from './catch-up.ts';
import { followLease, type Lane, lanesOf, sourcesIn } from './lanes.ts';
import { type RebuildParts, rebuild } from './rebuild.ts';

export interface FollowParts extends RebuildParts {
  log: Pick<Log, 'event' | 'warn'>;
}

const pollMs = 250;
const longestWaitMs = 5000;
/** Changes of other kinds that may pass before the index is told how far the log is. */
const farBehind = 1000;
/** A follower that always has work lets go now and then, for a rebuild that waits to swap. */
const longestTurnMs = 5000;
/** How often an idle follower looks whether the index is still there. */
const lookMs = 10_000;

/**
 * Keeps the live index equal to the data until the signal, in as many processes as there are: one writes a lane at a time. What
 * is missing or does not fit the log is built anew. While Meilisearch or the database is away it tries again.
 */
export async function followChanges(parts: FollowParts, signal: AbortSignal): Promise<void> {
  await Promise.all(lanesOf(parts.sources).map((lane) => followLane(parts, lane, signal)));
}

async function followLane(parts: FollowParts, lane: Lane, signal: AbortSignal): Promise<void> {
  const { log } = parts;
  const step = createFollower(parts, lane, signal);
  let failures = 0;
  while (!signal.aborted) {
    let waitMs = pollMs;
    try {
      const isIdle = await step();
      if (failures > 0) log.event('search.follows', { lane });
      failures = 0;
      if (!isIdle) continue;
    } catch (error) {
      if (signal.aborted) break;
      if (failures === 0) log.warn('search.away', { lane, why: (error as Error).message });
      waitMs = Math.min(longestWaitMs, pollMs * 2 ** failures);
      failures += 1;
    }
    await sleep(waitMs, undefined, { signal }).catch(() => {});
  }
}

/** One step at a call; true when there was nothing to do. */
function createFollower(parts: FollowParts, lane: Lane, signal: AbortSignal): () => Promise<boolean> {
  const { meilisearch, changes, claims, clock, log } = parts;
  const live = createIndex(meilisearch, indexes.live);
  const lease = followLease(claims, lane, newId(clock.now()));
  const [leader] = lanesOf(parts.sources);
  const sources = sourcesIn(lane, parts.sources);
  /** Up to where this process has seen that there is nothing to do. */
  let seen: Position | null = null;
  let looked = Number.NEGATIVE_INFINITY;

  async function makeAnew(): Promise<boolean> {
    log.event('search.rebuilding');
    try {
      log.event('search.rebuilt', { ...(await rebuild(parts, { signal })) });
      return false;
    } catch (error) {
      // Somebody else builds it.
      if (!searchProblems.is(error, 'rebuild-runs')) throw error;
      await sleep(lookMs / 5, undefined, { signal });
      return true;
    }
  }

  const before = async () => {
    if (!(await lease.hold())) throw new Error('another process follows now');
  };

  async function takeTurn(): Promise<boolean> {
    if (!(await lease.hold())) return true;
    const began = performance.now();
    return lease.during(async () => {
      for (;;) {
        // Asked anew each time: another process may have written, or swapped the index, before it was our turn.
        const position = await fittingPosition(parts, live, lane);
        seen = position;
        if (!position) return false;
        const reached = await catchUp(parts, live, position, { before, signal });
        seen = reached;
        if (reached.seq === position.seq || performance.now() - began > longestTurnMs) return false;
      }
    });
  }

  /** The first lane builds an index anew for all; the other one waits until there is one. */
  async function look(): Promise<Position | null> {
    const fitting = await fittingPosition(parts, live, lane);
    if (lane !== leader) return fitting;
    for (const other of lanesOf(parts.sources))
      if (other !== lane && !(await fittingPosition(parts, live, other))) return null;
    return fitting;
  }

  return async () => {
    if (!seen || performance.now() - looked > lookMs) {
      looked = performance.now();
      const fitting = await look();
      // What passed and was nothing to it is not written down.
      const isSame = fitting && seen && fitting.built === seen.built;
      seen = isSame && seen && seen.seq > fitting.seq ? seen : fitting;
    }
    if (!seen) return lane === leader ? makeAnew() : true;
    const found = await changes.read(seen.seq);
    const last = found.at(-1);
    if (!last) return true;
    // Most of what happens is nothing to the index: a message read, a page published.
    if ((await recordsAfter(sources, found, 1)).records.length > 0) return takeTurn();
    const known = await live.position(lane);
    if (!known || last.seq - known.seq > farBehind) return takeTurn();
    seen = { ...seen, seq: last.seq };
    return false;
  };
}

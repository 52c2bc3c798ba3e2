import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, newId } from '@kontor/core';
import type { Claims } from '@kontor/data';
import { createIndex, indexes, type Position } from '#meilisearch/search-index.ts';
import { searchProblems } from '#problems.ts';
import type { SearchSource } from '#source.ts';
import { type CatchUpParts, catchUp, newestPosition } from './catch-up.ts';
import { followLease, type Lane, lanesOf } from './lanes.ts';
import { createLease } from './lease.ts';
import { type NamedRecord, writeRecords } from './write-records.ts';

export interface RebuildParts extends CatchUpParts {
  claims: Claims;
  clock: Clock;
}

export interface Rebuilt {
  records: number;
  /** Passages. */
  documents: number;
}

const leaseMs = 15_000;

/**
 * Makes a second index of all there is, lets it catch up with what changed meanwhile, and swaps it in: whoever searches
 * notices nothing. Throws `Problem` search.rebuild-runs when somebody else is at it.
 */
export async function rebuild(
  parts: RebuildParts,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (records: number) => void } = {},
): Promise<Rebuilt> {
  const { meilisearch, sources, changes, claims, clock } = parts;
  const holder = newId(clock.now());
  const lease = createLease(claims, 'search.rebuild', holder, leaseMs);
  const before = async () => {
    signal?.throwIfAborted();
    if (!(await lease.hold())) searchProblems.raise('rebuild-runs');
  };
  await before();
  return lease.during(async () => {
    const next = createIndex(meilisearch, indexes.next);
    const newest = await newestPosition(changes, holder);
    const begun = lanesOf(sources).map((lane) => ({ lane, ...newest }));
    await next.create(signal);
    let records = 0;
    const counted = async function* () {
      for await (const one of everything(sources)) {
        records += 1;
        if (records % 1000 === 0) onProgress?.(records);
        yield one;
      }
    };
    const documents = await writeRecords(next, counted(), { positions: begun, before, signal });
    await swapIn(parts, begun, holder, { before, signal });
    return { records, documents };
  });
}

async function* everything(sources: readonly SearchSource[]): AsyncGenerator<NamedRecord> {
  for (const source of sources) for await (const record of source.all()) yield { source, record };
}

async function swapIn(
  parts: RebuildParts,
  begun: readonly Position[],
  holder: string,
  options: { before: () => Promise<void>; signal: AbortSignal | undefined },
): Promise<void> {
  const { meilisearch, claims } = parts;
  const { signal } = options;
  const next = createIndex(meilisearch, indexes.next);
  const at = new Map(begun.map((position) => [position.lane, position]));

  async function toTheEnd(lane: Lane): Promise<void> {
    for (;;) {
      const from = at.get(lane);
      const reached = from && (await catchUp(parts, next, from, options));
      if (!reached || reached.seq === from.seq) return;
      at.set(lane, reached);
    }
  }
  /** While no follower writes: what one had begun must not reach the index that takes the name. */
  async function alone([lane, ...rest]: readonly Lane[], work: () => Promise<void>): Promise<void> {
    if (!lane) return work();
    const lease = followLease(claims, lane, holder);
    while (!(await lease.hold())) await sleep(100, undefined, { signal });
    await lease.during(async () => {
      await toTheEnd(lane);
      await alone(rest, work);
    });
  }

  // Files first, so that nobody waits for them when it comes to the rest.
  const slowFirst = lanesOf(parts.sources).reverse();
  for (const lane of slowFirst) await toTheEnd(lane);
  await alone(slowFirst, async () => {
    const live = await meilisearch.ask({ path: `/indexes/${indexes.live}` });
    if (live.status === 404) await createIndex(meilisearch, indexes.live).create(signal);
    const swap = [{ indexes: [indexes.live, indexes.next] }];
    const swapping = await meilisearch.begin({ method: 'POST', path: '/swap-indexes', body: swap });
    await meilisearch.finish(swapping, signal);
  });
  await next.drop(signal);
}

import { newId } from '@kontor/core';
import type { Claims, Row } from '@kontor/data';
import type { MailContext } from './context.ts';
import { sweepUploads } from './drafts/sweep-uploads.ts';

type Parts = Pick<MailContext, 'bulk' | 'blobs' | 'clock'> & {
  /** Those that others point at: what is to be sent may have no place here any more. */
  heldBlobs?(hashes: readonly string[]): Promise<ReadonlySet<string>>;
};

/** What a sweep removed. */
export interface Swept {
  messages: number;
  blobs: number;
  /** Unfinished files of writers that died. */
  drafts: number;
}

const day = 24 * 60 * 60 * 1000;
const batchSize = 200;

/** The sweep, unless one was begun within the last day by any process; null then. */
export async function sweepIfDue(parts: Parts & { claims: Claims }): Promise<Swept | null> {
  // Nobody gives it back, and each try is a holder of its own: the lease is what makes it daily.
  const isOurs = await parts.claims.take('mail.sweep', newId(parts.clock.now()), day);
  return isOurs ? sweepBlobs(parts) : null;
}

/**
 * Removes blobs that no message and no draft points at, and messages that are in no folder any more (deleted for good, or
 * of a delivery that died half way), but nothing whose bytes were written within the last day: a delivery under way is younger.
 */
export async function sweepBlobs({ bulk, blobs, clock, heldBlobs }: Parts): Promise<Swept> {
  const before = clock.now() - day;
  await bulk.settle();
  const swept: Swept = { messages: 0, blobs: 0, drafts: await blobs.tidy(before) };
  await sweepUploads({ bulk, clock }, before);
  let batch: string[] = [];
  for await (const { hash, modifiedAt } of blobs.list()) {
    if (modifiedAt < before) batch.push(hash);
    if (batch.length < batchSize) continue;
    await sweepBatch({ bulk, blobs, heldBlobs }, batch, before, swept);
    batch = [];
  }
  await sweepBatch({ bulk, blobs, heldBlobs }, batch, before, swept);
  return swept;
}

async function sweepBatch(
  { bulk, blobs, heldBlobs }: Pick<Parts, 'bulk' | 'blobs'> & { heldBlobs: Parts['heldBlobs'] | undefined },
  hashes: readonly string[],
  before: number,
  swept: Swept,
): Promise<void> {
  const pointing = await bulk.find('messages', { blob: { in: hashes } }, { select: ['blob'] });
  const there = { message: { in: pointing.map(({ id }) => id) }, expunged: false };
  const places = await bulk.find('placements', there, { select: ['message'] });
  const placed = new Set(places.map((place) => String(place['message'])));
  const uploads = await bulk.find('uploads', { blob: { in: hashes } }, { select: ['blob'] });
  const used = [...pointing.filter(({ id }) => placed.has(id)), ...uploads];
  const kept = new Set(used.map((row) => String(row['blob'])));
  const homeless = pointing.filter(({ id }) => !placed.has(id));
  const rows = await forget(bulk, homeless);
  swept.messages += rows.length;
  const held = await heldBlobs?.(hashes);
  for (const hash of hashes) {
    if (kept.has(hash) || held?.has(hash)) continue;
    if (await blobs.removeIfOlder(hash, before)) {
      swept.blobs += 1;
      continue;
    }
    // Somebody delivers these bytes just now, perhaps under the key of a row that we took: it gets it back.
    const again = rows.filter((row) => row['blob'] === hash);
    if (again.length > 0) await bulk.write([{ op: 'insert', into: 'messages', rows: again }]);
    swept.messages -= again.length;
  }
}

/** The rows as they were. */
async function forget(bulk: Parts['bulk'], messages: readonly Row[]): Promise<Row[]> {
  if (messages.length === 0) return [];
  const ids = messages.map(({ id }) => id);
  const rows = await bulk.find('messages', { id: { in: ids } });
  await bulk.write([
    { op: 'delete', in: 'marks', where: { message: { in: ids } } },
    { op: 'delete', in: 'messages', where: { id: { in: ids } } },
  ]);
  return rows;
}

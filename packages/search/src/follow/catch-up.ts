import type { Change, Changes } from '@kontor/data';
import type { Meilisearch } from '#meilisearch/meilisearch.ts';
import type { Position, SearchIndex } from '#meilisearch/search-index.ts';
import type { SearchSource } from '#source.ts';
import { type Lane, sourcesIn } from './lanes.ts';
import { type NamedRecord, writeRecords } from './write-records.ts';

export interface CatchUpParts {
  meilisearch: Meilisearch;
  sources: readonly SearchSource[];
  changes: Pick<Changes, 'read' | 'latest' | 'oldest'>;
}

/** Changes that are read at once. */
const stride = 500;
/** Records after which a lane notes how far it has come. */
const mostAtOnce: Record<Lane, number> = { quick: Number.POSITIVE_INFINITY, slow: 1 };

/**
 * Where a lane of the index is in the log; null when the two do not fit: there is no index, the log has forgotten what came after
 * it, or it is another log (an older database was brought back).
 */
export async function fittingPosition(
  { changes }: Pick<CatchUpParts, 'changes'>,
  index: SearchIndex,
  lane: Lane,
): Promise<Position | null> {
  const position = await index.position(lane);
  if (!position) return null;
  const [oldest, latest] = [await changes.oldest(), await changes.latest()];
  if (oldest > position.seq + 1 || latest < position.seq) return null;
  const [at] = await changes.read(position.seq - 1, 1);
  return at?.seq === position.seq && toldBy(at) !== position.told ? null : position;
}

/** Where the log is now. */
export async function newestPosition(
  changes: CatchUpParts['changes'],
  built: string,
): Promise<Omit<Position, 'lane'>> {
  const seq = await changes.latest();
  const [newest] = seq > 0 ? await changes.read(seq - 1, 1) : [];
  return { seq, told: newest?.seq === seq ? toldBy(newest) : '', built };
}

const toldBy = ({ kind, subject, at }: Change): string => `${kind} ${subject} ${at}`;

/** What is to be read anew after these changes, each once; of the first of them where it would be more than so many. */
export async function recordsAfter(
  sources: readonly SearchSource[],
  found: readonly Change[],
  most = Number.POSITIVE_INFINITY,
): Promise<{ records: NamedRecord[]; last: Change | undefined }> {
  const records = new Map<string, NamedRecord>();
  let last: Change | undefined;
  for (const change of found) {
    const named = await namedBy(sources, change);
    const more = named.filter(([key]) => !records.has(key));
    if (records.size > 0 && records.size + more.length > most) break;
    for (const [key, record] of more) records.set(key, record);
    last = change;
  }
  return { records: [...records.values()], last };
}

async function namedBy(sources: readonly SearchSource[], change: Change): Promise<[string, NamedRecord][]> {
  const named: [string, NamedRecord][] = [];
  for (const source of sources) {
    if (!source.follows.includes(change.kind)) continue;
    for (const record of await source.recordsOf(change))
      named.push([`${source.kind} ${record}`, { source, record }]);
  }
  return named;
}

/** Brings into the index what changed after its position. Resolves to where it is then: equal when there was nothing. */
export async function catchUp(
  { sources, changes }: Omit<CatchUpParts, 'meilisearch'>,
  index: SearchIndex,
  position: Position,
  { before, signal }: { before: () => Promise<void>; signal?: AbortSignal | undefined },
): Promise<Position> {
  const { lane } = position;
  const found = await changes.read(position.seq, stride);
  const { records, last } = await recordsAfter(sourcesIn(lane, sources), found, mostAtOnce[lane]);
  if (!last) return position;
  const reached = { ...position, seq: last.seq, told: toldBy(last) };
  await writeRecords(index, records, { positions: [reached], before, signal });
  return reached;
}

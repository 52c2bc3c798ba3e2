import { setImmediate as breathe } from 'node:timers/promises';
import { documentId, documentsOf, type SearchDocument } from '#documents/documents.ts';
import type { Position, SearchIndex } from '#meilisearch/search-index.ts';
import type { SearchSource } from '#source.ts';

export interface NamedRecord {
  source: SearchSource;
  record: string;
}

/** Characters that are sent to Meilisearch at once, however large a record is: a page has all its files. */
const mostAtOnce = 1_500_000;

interface Options {
  /** Written last, and only after all else is: where there is one, nothing before it is missing. */
  positions: readonly Position[];
  before: () => Promise<void>;
  signal?: AbortSignal | undefined;
}

/**
 * Reads each record from its source and writes what the index lacks or has too much. Resolves to how many passages there were, when
 * Meilisearch has them. To do it again, also half of it, changes nothing. Throws `Problem` search.task-failed.
 */
export async function writeRecords(
  index: SearchIndex,
  records: Iterable<NamedRecord> | AsyncIterable<NamedRecord>,
  { positions, before, signal }: Options,
): Promise<number> {
  let tasks: number[] = [];
  let written = 0;
  let batch: Batch = emptyBatch();

  async function finish(): Promise<void> {
    if (tasks.length === 0) return;
    await index.finish(tasks, signal);
    tasks = [];
    await before();
  }

  async function send(last: readonly Position[] = []): Promise<void> {
    const stale = await staleIds(index, batch);
    await before();
    if (stale.length > 0) tasks.push(await index.remove(stale));
    // The first passage says how many there are, and goes first: cut off after it, none is left behind.
    for (const [portion, isLast] of portionsOf(batch.documents)) {
      const along = isLast ? last : [];
      if (along.length > 0) await finish();
      if (portion.length > 0 || along.length > 0) tasks.push(await index.put(portion, along));
    }
    written += batch.documents.length;
    batch = emptyBatch();
  }

  for await (const { source, record } of records) {
    const documents = documentsOf(source.kind, record, await source.textsOf(record));
    batch.passages.set(documentId(source.kind, record, 0), { source, record, count: documents.length });
    for (const document of documents) batch.documents.push(document);
    batch.size += documents.reduce((sum, document) => sum + lengthOf(document), 0);
    if (batch.size > mostAtOnce || batch.passages.size >= 500) await send();
    // The embedded database answers without waiting: others are to be served between two records.
    await breathe();
  }
  await send(positions);
  await finish();
  return written;
}

interface Batch {
  documents: SearchDocument[];
  /** By the id of the first passage. */
  passages: Map<string, NamedRecord & { count: number }>;
  size: number;
}

const emptyBatch = (): Batch => ({ documents: [], passages: new Map(), size: 0 });

const lengthOf = ({ text, title }: SearchDocument): number => text.length + title.length;

/** Passages that records had before and have no more. */
async function staleIds(index: SearchIndex, { passages }: Batch): Promise<string[]> {
  const before = await index.passagesOf([...passages.keys()]);
  return [...before].flatMap(([first, had]) => {
    const now = passages.get(first);
    if (!now || had <= now.count) return [];
    const gone = Array.from({ length: had - now.count }, (_, at) => now.count + at);
    return gone.map((chunk) => documentId(now.source.kind, now.record, chunk));
  });
}

/** Documents in their order, in portions that Meilisearch takes; at least one, though it may be empty. */
function* portionsOf(
  documents: readonly SearchDocument[],
): Generator<[portion: SearchDocument[], isLast: boolean]> {
  let portion: SearchDocument[] = [];
  let size = 0;
  for (const document of documents) {
    if (size + lengthOf(document) > mostAtOnce && portion.length > 0) {
      yield [portion, false];
      portion = [];
      size = 0;
    }
    portion.push(document);
    size += lengthOf(document);
  }
  yield [portion, true];
}

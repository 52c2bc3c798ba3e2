import type { SearchDocument } from '#documents/documents.ts';
import type { Lane } from '#follow/lanes.ts';
import { indexSettings, shape } from './index-settings.ts';
import { failed, type Meilisearch } from './meilisearch.ts';

/** The index that is searched, and the one that a rebuild fills. */
export const indexes = { live: 'kontor', next: 'kontor-next' } as const;

/** How far in the log of changes a lane of an index has come. It is kept in the index itself, so that neither outruns the other. */
export interface Position {
  lane: Lane;
  seq: number;
  /** The change of that number: in a database that was brought back from before it may be another one. */
  told: string;
  /** Of each building of an index its own. */
  built: string;
}

export interface SearchIndex {
  /** Null when there is no index, or one of another shape. */
  position(lane: Lane): Promise<Position | null>;
  /** Begins it anew, empty. */
  create(signal?: AbortSignal): Promise<void>;
  /** How many passages these records have in the index, by the id of their first. */
  passagesOf(firstIds: readonly string[]): Promise<Map<string, number>>;
  /** Enqueues, and answers the task's number; tasks of an index are done in the order they were given. */
  remove(ids: readonly string[]): Promise<number>;
  /** Documents and positions are one task: all are there or none. */
  put(documents: readonly SearchDocument[], positions: readonly Position[]): Promise<number>;
  /** Waits for these tasks. Throws `Problem` search.task-failed when one of them has. */
  finish(tasks: readonly number[], signal?: AbortSignal): Promise<void>;
  drop(signal?: AbortSignal): Promise<void>;
}

const positionIds: Record<Lane, string> = { quick: 'position', slow: 'position-slow' };

export function createIndex(meilisearch: Meilisearch, uid: string): SearchIndex {
  const at = `/indexes/${uid}`;
  const { ask, begin, finish } = meilisearch;

  async function drop(signal?: AbortSignal): Promise<void> {
    if ((await ask({ path: at })).status === 404) return;
    await finish(await begin({ method: 'DELETE', path: at }), signal);
  }

  return {
    drop,
    async position(lane) {
      const { status, body } = await ask({ path: `${at}/documents/${positionIds[lane]}` });
      if (status !== 200 || body['shape'] !== shape) return null;
      return { lane, seq: Number(body['seq']), told: String(body['told']), built: String(body['built']) };
    },
    async create(signal) {
      await drop(signal);
      await finish(
        await begin({ method: 'POST', path: '/indexes', body: { uid, primaryKey: 'id' } }),
        signal,
      );
      await finish(await begin({ method: 'PATCH', path: `${at}/settings`, body: indexSettings }), signal);
    },
    async passagesOf(firstIds) {
      if (firstIds.length === 0) return new Map();
      const asked = { ids: firstIds, fields: ['id', 'chunks'], limit: firstIds.length };
      const { body } = await ask({ method: 'POST', path: `${at}/documents/fetch`, body: asked });
      const found = (body['results'] ?? []) as { id: string; chunks: number }[];
      return new Map(found.map(({ id, chunks }) => [id, chunks]));
    },
    remove: (ids) => begin({ method: 'POST', path: `${at}/documents/delete-batch`, body: ids }),
    put(documents, positions) {
      const markers = positions.map(({ lane, ...rest }) => ({ id: positionIds[lane], shape, ...rest }));
      return begin({ method: 'POST', path: `${at}/documents`, body: [...documents, ...markers] });
    },
    async finish(tasks, signal) {
      const [first, last] = [tasks[0], tasks.at(-1)];
      if (first === undefined || last === undefined) return;
      await finish(last, signal);
      if (first === last) return;
      // The disk may have been full for one before it.
      const asked = `indexUids=${uid}&statuses=failed,canceled&from=${last}&limit=1`;
      const { body } = await ask({ path: `/tasks?${asked}`, signal });
      const [newest] = (body['results'] ?? []) as { uid: number; error: Record<string, unknown> | null }[];
      if (newest && newest.uid >= first) failed(newest.error ?? {});
    },
  };
}

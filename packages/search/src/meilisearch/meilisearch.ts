import { setTimeout as sleep } from 'node:timers/promises';
import { searchProblems } from '#problems.ts';
import { createCall } from './call.ts';

export interface MeilisearchSettings {
  /** Without a slash at the end. */
  url: string;
  /** The master key. */
  key: string;
}

export interface Answer {
  status: number;
  /** What Meilisearch says of an error: "index_not_found". */
  code: string;
  body: Record<string, unknown>;
}

interface Ask {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
  /** Another key than the master key. */
  token?: string;
  timeoutMs?: number;
  signal?: AbortSignal | undefined;
}

export interface Meilisearch {
  /** Throws `Problem` search.away or search.key-refused; other refusals are for the caller to look at. */
  ask(ask: Ask): Promise<Answer>;
  /** Asks for a task, and answers its number. Throws `Problem` search.task-failed when it is refused. */
  begin(ask: Ask): Promise<number>;
  /** Waits until the task has succeeded. Throws `Problem` search.task-failed. */
  finish(task: number, signal?: AbortSignal): Promise<void>;
}

/** Ten calls of one HTTP API (docs/adr/0060). */
export function createMeilisearch({ url, key }: MeilisearchSettings): Meilisearch {
  const call = createCall(url);

  async function ask({
    method = 'GET',
    path,
    body,
    token = key,
    timeoutMs = 30_000,
    signal,
  }: Ask): Promise<Answer> {
    const limit = AbortSignal.timeout(timeoutMs);
    const isJson = body === undefined ? {} : { 'content-type': 'application/json' };
    const outgoing = {
      method,
      path,
      headers: { authorization: `Bearer ${token}`, ...isJson },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    };
    const { status, text } = await call(outgoing).catch((cause) => {
      signal?.throwIfAborted();
      throw searchProblems.make('away', { cause });
    });
    if (status === 401 || status === 403) throw searchProblems.make('key-refused');
    const found = readJson(text);
    // Whatever answers there with something else is not Meilisearch.
    if (status >= 500 || status < 200 || !found)
      throw searchProblems.make('away', { cause: new Error(text.slice(0, 200)) });
    return { status, code: String(found['code'] ?? ''), body: found };
  }

  return {
    ask,
    async begin(asked) {
      const { body } = await ask(asked);
      const task = body['taskUid'];
      return typeof task === 'number' ? task : failed(body);
    },
    async finish(task, signal) {
      for (let waitMs = 5; ; waitMs = Math.min(waitMs * 1.5, 100)) {
        const { body } = await ask({ path: `/tasks/${task}`, signal });
        if (body['status'] === 'succeeded') return;
        if (body['status'] === 'failed' || body['status'] === 'canceled')
          return failed((body['error'] ?? {}) as Record<string, unknown>);
        await sleep(waitMs, undefined, { signal });
      }
    },
  };
}

export const failed = ({ message, code }: Record<string, unknown>): never =>
  searchProblems.raise('task-failed', { values: { why: String(message ?? code ?? 'it says not why') } });

function readJson(text: string): Record<string, unknown> | null {
  if (text === '') return {};
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Meilisearch } from '#meilisearch/meilisearch.ts';
import { indexes } from '#meilisearch/search-index.ts';

export const quiet = { event: () => {}, warn: () => {} };

/** Waits until what is expected holds, and fails with what did not. */
export async function until(expected: () => Promise<void>, patienceMs = 45_000): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      await expected();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await sleep(20);
    }
  }
}

/** What the live index holds, beside the markers of its positions: "kind record chunk title". */
export async function allRecords(meilisearch: Meilisearch): Promise<string[]> {
  const { body } = await meilisearch.ask({ path: `/indexes/${indexes.live}/documents?limit=100000` });
  return (body['results'] as Record<string, unknown>[])
    .filter(({ kind }) => kind !== undefined)
    .map(({ kind, record, chunk, text }) => `${kind} ${record} ${chunk} ${text}`)
    .sort();
}

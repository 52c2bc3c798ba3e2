import { createMeilisearch, type MeilisearchSettings } from '#meilisearch/meilisearch.ts';
import { createIndex, indexes } from '#meilisearch/search-index.ts';

/** Whether there is an index that can be searched. Throws `Problem` search.away or search.key-refused. */
export async function lookAtIndex(server: MeilisearchSettings): Promise<'ready' | 'missing'> {
  const position = await createIndex(createMeilisearch(server), indexes.live).position('quick');
  return position ? 'ready' : 'missing';
}

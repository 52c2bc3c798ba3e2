import { setTimeout as sleep } from 'node:timers/promises';
import { type Bulk, collection } from '@kontor/data';
import type { SearchSource } from '#source.ts';

/** Rows of a real database that are searched, for tests that kill who follows them. */
export const things = collection({
  slug: 'things',
  timestamps: false,
  fields: [{ name: 'text', type: 'text', required: true }],
});

/** As pages, read in a moment, and as files, which take a while. */
export const thingsSources = (bulk: Bulk): SearchSource[] => [
  thingsSource(bulk),
  { ...thingsSource(bulk, 15), kind: 'file', isSlow: true },
];

const thingsSource = (bulk: Bulk, tookMs = 0): SearchSource => ({
  kind: 'page',
  follows: ['thing.changed'],
  recordsOf: async ({ subject }) => [subject],
  async textsOf(id) {
    const rows = await bulk.find('things', { id }, { limit: 1 });
    if (tookMs > 0) await sleep(tookMs);
    return rows.map((row) => {
      return { topic: id, title: id, text: String(row['text']), scopes: ['space:all'], date: 0 };
    });
  },
  async *all() {
    yield* (await bulk.find('things', {}, { select: ['id'] })).map(({ id }) => id);
  },
  scopesOf: async () => ['space:all'],
  visible: async (_person, found) => found.map(() => null),
  searchTitles: async () => [],
});

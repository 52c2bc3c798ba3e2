import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMeilisearch, type Meilisearch } from '#meilisearch/meilisearch.ts';
import { createIndex, indexes, type SearchIndex } from '#meilisearch/search-index.ts';
import type { SearchSource } from '#source.ts';
import {
  canStartMeilisearch,
  madeSource,
  type RunningMeilisearch,
  startMeilisearch,
} from '#testing/index.ts';
import { allRecords } from '#testing/wait.ts';
import { writeRecords } from './write-records.ts';

const mayTake = (bytes: number) => ({ MEILI_HTTP_PAYLOAD_SIZE_LIMIT: String(bytes) });

/** A page with files: that many texts of 400,000 characters, which is what is searched of each. */
function pageWith(files: number): SearchSource {
  const scopes = ['space:workshop'];
  const long = 'Oil it. '.repeat(50_000);
  const texts = Array.from({ length: files }, (_, at) => ({ title: `File ${at}`, text: long }));
  return {
    ...madeSource(),
    textsOf: async () => texts.map((text) => ({ topic: 'page', scopes, date: 0, ...text })),
  };
}

describe.skipIf(!canStartMeilisearch())('what Meilisearch takes at once', () => {
  let server: RunningMeilisearch;
  let meilisearch: Meilisearch;
  let index: SearchIndex;
  const positions = [{ lane: 'quick', seq: 7, told: '', built: 'test' }] as const;
  const options = { positions, before: async () => {} };

  beforeAll(async () => {
    server = await startMeilisearch();
    meilisearch = createMeilisearch(server);
    index = createIndex(meilisearch, indexes.live);
  });
  afterAll(() => server.stop());
  beforeEach(() => index.create());

  const restart = async (settings: Record<string, string>): Promise<void> => {
    await server.kill();
    await server.start(settings);
  };

  test('a record that is larger is written in portions, to its last passage', async () => {
    await restart(mayTake(3_000_000));
    const records = [{ source: pageWith(9), record: 'page' }];
    const written = await writeRecords(index, records, options);
    const kept = await allRecords(meilisearch);
    expect(kept).toHaveLength(written);
    expect(kept.reduce((sum, one) => sum + one.length, 0)).toBeGreaterThan(3_500_000);
    expect(await index.position('quick')).toMatchObject({ seq: 7 });
  });

  test('of a portion that is refused, the index does not say that it came so far', async () => {
    await restart(mayTake(700_000));
    const source = pageWith(4);
    const large = { source, record: 'large' };
    const small = { source: { ...source, textsOf: async () => [] }, record: 'small' };
    await expect(writeRecords(index, [large, small], options)).rejects.toMatchObject({
      code: 'search.task-failed',
    });
    expect(await index.position('quick')).toBeNull();
    await restart({});
    await writeRecords(index, [large, small], options);
    expect(await index.position('quick')).toMatchObject({ seq: 7 });
  });
});

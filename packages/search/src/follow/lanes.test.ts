import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '@kontor/core';
import { createClaims } from '@kontor/data';
import { openTestDatabase, type TestDatabase, testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMeilisearch } from '#meilisearch/meilisearch.ts';
import { createIndex, indexes } from '#meilisearch/search-index.ts';
import { createSearch, type Search } from '#search.ts';
import {
  canStartMeilisearch,
  madeSource,
  type RunningMeilisearch,
  startMeilisearch,
} from '#testing/index.ts';
import { quiet, until } from '#testing/wait.ts';
import { createLease } from './lease.ts';

const anna = { id: 'anna', role: 'staff', groups: ['all'] } as const;

describe.skipIf(!canStartMeilisearch())('files that take long to read', () => {
  describe.each(testEngines())('on %s', (engine) => {
    let server: RunningMeilisearch;
    let database: TestDatabase;
    const pages = madeSource('page');
    const files = { ...madeSource('file'), isSlow: true, follows: ['file.changed'] };
    /** Files are read while it is open. */
    let open = () => {};
    let opened: Promise<void> = Promise.resolve();
    const shut = () => {
      opened = new Promise((resolve) => {
        open = resolve;
      });
    };

    beforeAll(async () => {
      server = await startMeilisearch();
      database = await openTestDatabase({ engine, collections: [] });
      for (const source of [pages, files]) source.readers.set('workshop', new Set(['all']));
    });
    afterAll(async () => {
      open();
      await database.close();
      await server.stop();
    });

    const openSearch = (): Search =>
      createSearch({
        server,
        sources: [
          pages,
          {
            ...files,
            async textsOf(record) {
              await opened;
              return files.textsOf(record);
            },
          },
        ],
        changes: database.changes,
        claims: createClaims({ bulk: database.bulk, clock: systemClock }),
        clock: systemClock,
        log: quiet,
      });
    async function write(source: typeof pages, id: string, title: string): Promise<number> {
      source.records.set(id, { title, text: '', space: 'workshop' });
      await database.changes.record(source === pages ? 'made.changed' : 'file.changed', id);
      return database.changes.latest();
    }
    const finds = (search: Search, typed: string, records: string[]) =>
      until(async () => {
        const { without, groups } = await search.find(anna, { typed, show: 50 });
        const found = groups.flatMap(({ hits }) => hits.map(({ record }) => record)).sort();
        expect([without, found]).toEqual([null, records]);
      });

    test('hold up nothing else, and are passed over by nobody who takes over', async () => {
      const first = openSearch();
      const ending = new AbortController();
      const following = first.follow(ending.signal);
      await write(pages, 'oak', 'An oak table');
      await finds(first, 'oak', ['oak']);
      shut();
      const unread = await write(files, 'drawing', 'Drawing of a stair');
      await write(files, 'drawing-2', 'Drawing of a door');
      const after = await write(pages, 'ash', 'A table of ash');
      await finds(first, 'ash', ['ash']);
      const index = createIndex(createMeilisearch(server), indexes.live);
      expect((await index.position('quick'))?.seq).toBe(after);
      expect((await index.position('slow'))?.seq).toBeLessThan(unread);
      // Whoever reads goes; what was read after that is written by nobody who has the lane no more.
      ending.abort();
      open();
      await following;
      const second = openSearch();
      const end = new AbortController();
      const secondFollowing = second.follow(end.signal);
      await finds(second, 'drawing', ['drawing', 'drawing-2']);
      await until(async () => expect((await index.position('slow'))?.seq).toBeGreaterThan(unread));
      end.abort();
      await secondFollowing;
    });

    test('do not let the lease lapse meanwhile: nobody else reads them too', async () => {
      const leaseMs = 3000;
      const claims = createClaims({ bulk: database.bulk, clock: systemClock });
      const [mine, others] = ['mine', 'others'].map((holder) => createLease(claims, 'long', holder, leaseMs));
      expect(await mine?.hold()).toBe(true);
      let taken = 0;
      await mine?.during(async () => {
        const over = performance.now() + 2.5 * leaseMs;
        while (performance.now() < over) {
          await sleep(100);
          if (await others?.hold()) taken += 1;
        }
      });
      expect(taken).toBe(0);
      expect(await others?.hold()).toBe(true);
    });
  });
});

import { fakeClock, systemClock } from '@kontor/core';
import { createChanges, createClaims } from '@kontor/data';
import { openTestDatabase, type TestDatabase, testEngines } from '@kontor/data/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMeilisearch, type Meilisearch } from '#meilisearch/meilisearch.ts';
import { indexes } from '#meilisearch/search-index.ts';
import { createSearch, type Search } from '#search.ts';
import {
  canStartMeilisearch,
  type MadeSource,
  madeSource,
  type RunningMeilisearch,
  startMeilisearch,
} from '#testing/index.ts';
import { allRecords, quiet, until } from '#testing/wait.ts';

const anna = { id: 'anna', role: 'staff', groups: ['all'] } as const;

describe.skipIf(!canStartMeilisearch())('the index follows the data', () => {
  describe.each(testEngines())('on %s', (engine) => {
    let server: RunningMeilisearch;
    let database: TestDatabase;
    let meilisearch: Meilisearch;
    let pages: MadeSource;
    let search: Search;
    let ending: AbortController;
    let followed: Promise<void>;

    beforeAll(async () => {
      server = await startMeilisearch();
      meilisearch = createMeilisearch(server);
    });
    afterAll(() => server.stop());
    beforeEach(async () => {
      database = await openTestDatabase({ engine, collections: [] });
      pages = madeSource();
      pages.readers.set('workshop', new Set(['all']));
      ending = new AbortController();
      followed = Promise.resolve();
      search = openSearch();
    });
    afterEach(async () => {
      ending.abort();
      await followed;
      await database.close();
      for (const uid of Object.values(indexes))
        await meilisearch
          .finish(await meilisearch.begin({ method: 'DELETE', path: `/indexes/${uid}` }))
          .catch(() => {});
    });

    const openSearch = (): Search =>
      createSearch({
        server,
        sources: [pages],
        changes: database.changes,
        claims: createClaims({ bulk: database.bulk, clock: systemClock }),
        clock: systemClock,
        log: quiet,
      });
    const follow = () => {
      followed = search.follow(ending.signal);
    };
    async function write(id: string, title: string, text = '', space = 'workshop'): Promise<void> {
      pages.records.set(id, { title, text, space });
      await database.changes.record('made.changed', id);
    }
    const titles = async (typed: string): Promise<string[]> => {
      const { without, groups } = await search.find(anna, { typed, show: 50 });
      return without ? [] : groups.flatMap(({ hits }) => hits.map(({ record }) => record)).sort();
    };
    const finds = (typed: string, records: string[]) =>
      until(async () => expect(await titles(typed)).toEqual(records));

    test('what is there when it first starts is found, then what is written, changed and deleted', async () => {
      await write('oak', 'Oiling an oak table');
      follow();
      await finds('oak', ['oak']);
      await write('ash', 'Bending ash', 'Steam it for an hour.');
      await finds('steam', ['ash']);
      await write('ash', 'Bending ash', 'Soak it over night.');
      await finds('soak', ['ash']);
      await finds('steam', []);
      pages.records.delete('ash');
      await database.changes.record('made.changed', 'ash');
      await finds('ash', []);
    });

    test('a page that became shorter is not found by what it said at its end', async () => {
      await write('long', 'Drying timber', `${'It dries slowly. '.repeat(2000)} zirconium`);
      follow();
      await finds('zirconium', ['long']);
      await write('long', 'Drying timber', 'It dries slowly.');
      await finds('zirconium', []);
      expect((await allRecords(meilisearch)).length).toBe(1);
    });

    test('what was written while nobody followed is found later', async () => {
      follow();
      await write('one', 'A lathe');
      await finds('lathe', ['one']);
      ending.abort();
      await followed;
      await write('two', 'A second lathe');
      ending = new AbortController();
      follow();
      await finds('lathe', ['one', 'two']);
    });

    test('of two that follow, both may go and what is written is found', async () => {
      follow();
      const other = new AbortController();
      const second = openSearch().follow(other.signal);
      for (let at = 0; at < 20; at += 1) await write(`p${at}`, `Plane ${at}`);
      await until(async () => expect((await titles('plane')).length).toBe(20));
      ending.abort();
      await followed;
      await write('last', 'Last plane');
      await until(async () => expect(await titles('last')).toContain('last'));
      other.abort();
      await second;
    });

    test('a log that has forgotten what came between makes the index anew', async () => {
      follow();
      await write('one', 'A mortise');
      await finds('mortise', ['one']);
      ending.abort();
      await followed;
      await write('two', 'Two mortises');
      await write('three', 'Three mortises');
      const later = fakeClock(Date.now() + 1000);
      await createChanges({ bulk: database.bulk, clock: later }).prune(1);
      ending = new AbortController();
      follow();
      await finds('mortise', ['one', 'three', 'two']);
    });

    test('a database that was brought back from before makes the index anew', async () => {
      for (let at = 0; at < 5; at += 1) await write(`p${at}`, 'A chisel');
      follow();
      await until(async () => expect((await titles('chisel')).length).toBe(5));
      ending.abort();
      await followed;
      await database.close();
      database = await openTestDatabase({ engine, collections: [] });
      pages.records.clear();
      // It has gone on for as long as the one before, so that numbers alone tell nothing.
      for (let at = 0; at < 5; at += 1) await write('kept', 'A chisel');
      search = openSearch();
      ending = new AbortController();
      follow();
      await finds('chisel', ['kept']);
    });

    test('an index is made anew while it is searched and while more is written', async () => {
      for (let at = 0; at < 300; at += 1) await write(`p${at}`, `Dovetail ${at}`, 'Cut the tails first.');
      follow();
      await until(async () => expect((await titles('dovetail')).length).toBe(50));
      let isDone = false;
      const looking = (async () => {
        let least = 50;
        while (!isDone) least = Math.min(least, (await titles('dovetail')).length);
        return least;
      })();
      const writing = (async () => {
        for (let at = 0; at < 10; at += 1) await write(`late${at}`, `Late ${at}`, 'while it is built');
      })();
      // The follower that has just built it may not have put its tools away.
      const rebuilding = until(async () =>
        expect((await search.rebuild()).records).toBeGreaterThanOrEqual(300),
      );
      await Promise.all([rebuilding, writing]).finally(() => {
        isDone = true;
      });
      expect(await looking).toBe(50);
      await write('after', 'Late after');
      await until(async () => expect((await titles('late')).length).toBe(11));
      expect((await allRecords(meilisearch)).length).toBe(311);
    });

    test('two rebuilds at once are one', async () => {
      for (let at = 0; at < 50; at += 1) await write(`p${at}`, `Saw ${at}`);
      const both = await Promise.allSettled([search.rebuild(), openSearch().rebuild()]);
      const [refused, another] = both.filter(({ status }) => status === 'rejected');
      expect(refused).toMatchObject({ reason: { code: 'search.rebuild-runs' } });
      expect(another).toBeUndefined();
    });

    test('a Meilisearch whose data went is filled again', async () => {
      follow();
      await write('one', 'A bench');
      await finds('bench', ['one']);
      await meilisearch.finish(
        await meilisearch.begin({ method: 'DELETE', path: `/indexes/${indexes.live}` }),
      );
      await write('two', 'Another bench');
      await finds('bench', ['one', 'two']);
    });
  });
});

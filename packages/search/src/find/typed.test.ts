import { type CallingPerson, systemClock } from '@kontor/core';
import { createClaims } from '@kontor/data';
import { openTestDatabase, type TestDatabase } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSearch, type Search } from '#search.ts';
import type { SearchKind } from '#source.ts';
import {
  canStartMeilisearch,
  madeSource,
  type RunningMeilisearch,
  startMeilisearch,
} from '#testing/index.ts';
import { quiet } from '#testing/wait.ts';

const evilSpace = 'x"] OR kind = "page';

describe.skipIf(!canStartMeilisearch())('whatever stands in the box', () => {
  let server: RunningMeilisearch;
  let database: TestDatabase;
  let search: Search;
  const shown = { title: '', detail: '', date: 0, place: {} };
  const anna: CallingPerson = { id: 'anna', role: 'staff', groups: ['workshop'] };

  /** No check stands behind the index: what a filter lets through is the answer. */
  function filledSource(kind: SearchKind) {
    const source = madeSource(kind);
    source.readers.set('workshop', new Set(['workshop']));
    source.readers.set(evilSpace, new Set(['evil']));
    for (let at = 0; at < 20; at += 1)
      source.records.set(`${at}`, { space: 'workshop', title: `Walnut ${at}`, text: 'A hinge of walnut.' });
    return {
      ...source,
      visible: async (_person: CallingPerson, found: readonly unknown[]) => found.map(() => shown),
    };
  }

  beforeAll(async () => {
    server = await startMeilisearch();
    database = await openTestDatabase({ engine: 'sqlite', collections: [] });
    search = createSearch({
      server,
      sources: [filledSource('page'), filledSource('file')],
      changes: database.changes,
      claims: createClaims({ bulk: database.bulk, clock: systemClock }),
      clock: systemClock,
      log: quiet,
    });
    await search.rebuild();
  });
  afterAll(async () => {
    await database.close();
    await server.stop();
  });

  test.each([
    ['a filter', 'walnut" OR scopes = "space:workshop'],
    ['quotes', '"""\'\'\'""'],
    ['brackets', '] OR kind EXISTS ['],
    ['control characters', 'wal\u0000nut\u001b[31m\u0007'],
    ['half a character', 'walnut \ud83d'],
    ['marks of our own', '\ue000walnut\ue001'],
    ['10,000 characters', 'walnut '.repeat(1500)],
    ['10,000 characters without a space', 'w'.repeat(10_000)],
    ['minus everything', '-walnut -hinge -a'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['directions', '\u202ewalnut\u202c'],
    ['nothing but spaces', ' \t\n '],
  ])('%s is words to be looked for, and no more is seen for it', async (_what, typed) => {
    const { without, groups } = await search.find(anna, { typed, show: 5 });
    expect(without).toBeNull();
    expect(groups.every(({ hits }) => hits.length <= 5)).toBe(true);
    const { groups: none } = await search.find({ ...anna, groups: [] }, { typed, show: 5 });
    expect(none).toEqual([]);
  });

  test('words are found, and ids that look like filters are taken literally', async () => {
    const ask = (groups: string[]) => search.find({ ...anna, groups }, { typed: 'walnut', show: 50 });
    expect((await ask(['workshop'])).groups.map(({ count }) => count)).toEqual([20, 20]);
    expect(await ask(['evil'])).toMatchObject({ without: null, groups: [] });
  });
});

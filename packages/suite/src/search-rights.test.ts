import { testEngines } from '@kontor/data/testing';
import { findPerson, type Person, setUpFirm } from '@kontor/people';
import { createSearch, type Found, findAnything, type Search, type SearchSource } from '@kontor/search';
import { canStartMeilisearch, type RunningMeilisearch, startMeilisearch } from '@kontor/search/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Office } from './office.ts';
import { searchSources } from './open-search.ts';
import { as, browser, firm as firmInput, openTestOffice } from './testing/open-test-office.ts';
import { type Chance, createChance } from './testing/thousand/chance.ts';
import { happenings } from './testing/thousand/happenings.ts';
import { type KnownFirm, marksFor, mayFind, type Thing } from './testing/thousand/known-firm.ts';
import { makeFirm } from './testing/thousand/make-firm.ts';

const readThread = new URL('../../search/src/files/read-thread.ts', import.meta.url);
const seed = 20_261_124;

describe.skipIf(!canStartMeilisearch())('1,000 persons, 40 spaces, 412 mailboxes', () => {
  describe.each(testEngines())('on %s', (engine) => {
    let server: RunningMeilisearch;
    let office: Office;
    let firm: KnownFirm;
    let admin: Person;
    let chance: Chance;
    let end: () => Promise<void>;
    /** Without the check behind it: what the reader's token lets through is the answer. */
    let tokenAlone: Search;
    /** Every token lets everything through: only the sources' own check is between a reader and all there is. */
    let checkAlone: Search;
    let titlesAlone: Search;

    beforeAll(async () => {
      chance = createChance(seed);
      server = await startMeilisearch();
      const settings = { KONTOR_MEILI_URL: server.url, KONTOR_MEILI_KEY: server.key };
      const opened = await openTestOffice(engine, undefined, { settings, readThread });
      ({ office, close: end } = opened);
      admin = await setUpFirm.perform(office, { ...firmInput, token: opened.token }, browser('192.0.2.1'));
      firm = await makeFirm(office, chance);
      firm.persons.set(admin.id, { role: 'admin', groups: new Set() });
      const sources = searchSources(office, { log: office.log, readThread });
      const scopes = [...firm.spaces.keys()].map((id) => `space:${id}`);
      scopes.push(...[...firm.mailboxes.keys()].map((id) => `mailbox:${id}`));
      const shown = { title: '', detail: '', date: 0, place: {} };
      const unchecked = async (_person: unknown, found: readonly unknown[]) => found.map(() => shown);
      tokenAlone = searchOver(sources.map((source) => ({ ...source, visible: unchecked })));
      checkAlone = searchOver(sources.map((source) => ({ ...source, scopesOf: async () => scopes })));
      titlesAlone = searchOver(sources, null);
      await office.search.rebuild();
    });
    afterAll(async () => {
      await end?.();
      await server?.stop();
    });

    const searchOver = (sources: SearchSource[], asked: RunningMeilisearch | null = server): Search =>
      createSearch({ ...office, sources, server: asked ?? undefined });

    /** As the doors do it: who asks is read from the database at each question. */
    async function ask(search: Search, id: string, typed: string): Promise<Found> {
      const person = (await findPerson(office.payload, id)) as Person;
      return findAnything.perform({ ...office, search }, { typed, show: 50 }, as(person));
    }
    const keyOf = ({ kind, id }: Pick<Thing, 'kind' | 'id'>) => `${kind} ${id}`;

    /** What is wrong with an answer: a hit, a count or a word that is not this person's, or a hit that is missing. */
    function wrongIn({ groups }: Found, id: string, number: string): string[] {
      const wanted = new Set(
        firm.things.filter((one) => one.number === number && mayFind(firm, id, one)).map(keyOf),
      );
      const found = groups.flatMap(({ kind, hits }) =>
        hits.map(({ record, topic }) => keyOf({ kind, id: kind === 'file' ? topic : record })),
      );
      const missing = [...wanted].filter((key) => !found.includes(key));
      const tooMany = found.filter((key) => !wanted.has(key));
      const miscounted = groups.filter(({ kind, count, more }) => {
        const right = [...wanted].filter((key) => key.startsWith(`${kind} `)).length;
        return more || count !== right;
      });
      const may = marksFor(firm, id);
      const foreign = (JSON.stringify(groups).match(/q\d+q/g) ?? []).filter((mark) => !may.has(mark));
      return [
        ...tooMany.map((key) => `finds ${key}`),
        ...missing.map((key) => `misses ${key}`),
        ...miscounted.map(({ kind, count, more }) => `counts ${count}${more ? ' and more' : ''} of ${kind}`),
        ...foreign.map((mark) => `reads ${mark}`),
      ];
    }

    /** Nothing is wrong, for the number or for the beginning of it that has been typed so far; how many hits there were. */
    async function isRight(search: Search, id: string, number: string, said: string): Promise<number> {
      const isIndexed = search !== titlesAlone;
      const typed = isIndexed && chance.below(2) === 0 ? number.slice(0, 4) : number;
      const found = await ask(search, id, typed);
      expect(found.without).toBe(isIndexed ? null : 'off');
      expect({ said, typed, wrong: wrongIn(found, id, number) }).toEqual({ said, typed, wrong: [] });
      return found.groups.reduce((sum, { count }) => sum + count, 0);
    }
    /** Who asks for what: of a thing that they may find, and of any. */
    function questions(count: number): [string, string][] {
      return chance.some([...firm.persons.keys()], count).flatMap((id): [string, string][] => {
        const mine = firm.things.filter((one) => mayFind(firm, id, one));
        const any = chance.one(firm.things);
        return [
          [id, any.number],
          ...(mine.length > 0 ? [[id, chance.one(mine).number] as [string, string]] : []),
        ];
      });
    }

    test('each finds what they may and nothing else, by the index and without it', async () => {
      let hits = 0;
      for (const [id, number] of questions(60)) hits += await isRight(office.search, id, number, 'index');
      for (const [id, number] of questions(20)) hits += await isRight(titlesAlone, id, number, 'titles');
      // A search that finds nothing leaks nothing either: this one finds.
      expect(hits).toBeGreaterThan(300);
    });

    test('the token alone already hides everything else: no check is behind it', async () => {
      for (const [id, number] of questions(40)) await isRight(tokenAlone, id, number, 'token alone');
    });

    test('the check alone already hides everything else: no filter is before it', async () => {
      for (const [id, number] of questions(40)) await isRight(checkAlone, id, number, 'check alone');
    });

    test('whatever happens in the firm holds at once, while the index has heard nothing of it', async () => {
      for (let round = 0; round < 4; round += 1) {
        for (const [name, happens] of Object.entries(happenings)) {
          const { persons, things } = await happens({ office, firm, chance, admin });
          if (persons.length === 0 || things.length === 0) continue;
          for (const id of chance.some(persons, 2)) {
            const { number } = chance.one(things);
            await isRight(office.search, id, number, name);
            await isRight(checkAlone, id, number, `${name}, check alone`);
          }
        }
      }
    });

    test('and when the index has heard of it, the token alone hides it too', async () => {
      const ending = new AbortController();
      const followed = office.search.follow(ending.signal);
      const latest = await office.changes.latest();
      const heardOf = async (marker: string): Promise<number> => {
        const headers = { authorization: `Bearer ${server.key}` };
        const answer = await fetch(`${server.url}/indexes/kontor/documents/${marker}`, { headers });
        return Number(((await answer.json()) as { seq?: number }).seq);
      };
      for (const marker of ['position', 'position-slow'])
        await expect.poll(() => heardOf(marker), { timeout: 90_000 }).toBeGreaterThanOrEqual(latest);
      ending.abort();
      await followed;
      for (const [id, number] of questions(40)) {
        await isRight(tokenAlone, id, number, 'token alone');
        await isRight(office.search, id, number, 'index');
        await isRight(titlesAlone, id, number, 'titles');
      }
    });
  });
});

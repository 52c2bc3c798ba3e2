import type { CallingPerson, Clock } from '@kontor/core';
import type { Changes, Claims } from '@kontor/data';
import type { Log } from '@kontor/log';
import { cleanTitle } from '#documents/documents.ts';
import { createAskIndex } from '#find/ask-index.ts';
import type { Found, FoundGroup, Hit, RawHit, WithoutIndex } from '#find/found.ts';
import { laidOver, piecesOf, plainOf, unmarked } from '#find/pieces.ts';
import { cleanQuery, wordsOf } from '#find/query.ts';
import { followChanges } from '#follow/follow-changes.ts';
import { type Rebuilt, rebuild } from '#follow/rebuild.ts';
import { createMeilisearch, type MeilisearchSettings } from '#meilisearch/meilisearch.ts';
import { searchProblems } from '#problems.ts';
import type { SearchKind, SearchSource, VisibleRecord } from '#source.ts';

export interface Search {
  /** What a person may see of what fits, each hit checked by its source as it is found. */
  find(
    person: CallingPerson,
    question: { typed: string; kinds?: readonly SearchKind[]; show: number },
  ): Promise<Found>;
  /** Keeps the index equal to the data until the signal; at once back where there is no Meilisearch. */
  follow(signal: AbortSignal): Promise<void>;
  rebuild(options?: { signal?: AbortSignal; onProgress?: (records: number) => void }): Promise<Rebuilt>;
}

interface SearchParts {
  /** None where this Kontor has no Meilisearch. */
  server: MeilisearchSettings | undefined;
  sources: readonly SearchSource[];
  changes: Pick<Changes, 'read' | 'latest' | 'oldest'>;
  claims: Claims;
  clock: Clock;
  log: Pick<Log, 'event' | 'warn'>;
}

/** Hits of a kind that are counted; what lies beyond is "more". */
const mostCounted = 50;
/** Some of them may fall away when their rights are looked at. */
const spare = 10;

export function createSearch({ server, sources, changes, claims, clock, log }: SearchParts): Search {
  const meilisearch = server && createMeilisearch(server);
  const askIndex = meilisearch && createAskIndex({ meilisearch, clock });

  async function askTheIndex(
    person: CallingPerson,
    query: string,
    asked: readonly SearchSource[],
  ): Promise<Map<SearchKind, RawHit[]> | WithoutIndex> {
    if (!askIndex) return 'off';
    const scopes = new Set((await Promise.all(asked.map((source) => source.scopesOf(person)))).flat());
    const kinds = asked.map(({ kind }) => kind);
    try {
      const raw = await askIndex({ query, kinds, scopes: [...scopes], limit: mostCounted + spare });
      return raw ?? 'building';
    } catch (error) {
      log.warn('search.failed', { why: (error as Error).message });
      return 'away';
    }
  }

  return {
    async find(person, { typed, kinds, show }) {
      const query = cleanQuery(typed);
      const asked = sources.filter(({ kind }) => !kinds || kinds.includes(kind));
      if (query === '') return { query, without: null, groups: [] };
      const answer = await askTheIndex(person, query, asked);
      const without = typeof answer === 'string' ? answer : null;
      const rawOf = async (source: SearchSource): Promise<readonly RawHit[]> =>
        typeof answer === 'string' ? titlesOf(source, person, query) : (answer.get(source.kind) ?? []);
      const groups = await Promise.all(
        asked.map(async (source) => groupOf(source, person, await rawOf(source), show)),
      );
      return { query, without, groups: groups.filter(({ count }) => count > 0) };
    },
    async follow(signal) {
      if (meilisearch) await followChanges({ meilisearch, sources, changes, claims, clock, log }, signal);
    },
    async rebuild(options) {
      if (!meilisearch) return searchProblems.raise('off');
      return rebuild({ meilisearch, sources, changes, claims, clock }, options);
    },
  };
}

async function titlesOf(source: SearchSource, person: CallingPerson, query: string): Promise<RawHit[]> {
  const found = await source.searchTitles(person, wordsOf(query), mostCounted + spare);
  return found.map((one) => ({ ...one, title: null, excerpt: '' }));
}

/** Only what passed the check is shown or counted. */
async function groupOf(
  source: SearchSource,
  person: CallingPerson,
  raw: readonly RawHit[],
  show: number,
): Promise<FoundGroup> {
  const visible = await source.visible(person, raw);
  const hits = raw.flatMap((found, at): Hit[] => {
    const seen = visible[at];
    return seen ? [hitOf(source.kind, found, seen)] : [];
  });
  const count = Math.min(hits.length, mostCounted);
  const shown = hits.slice(0, Math.min(show, mostCounted));
  return { kind: source.kind, hits: shown, count, more: hits.length > mostCounted };
}

function hitOf(
  kind: SearchKind,
  { record, topic, title, excerpt }: RawHit,
  { title: now, detail, date, place }: VisibleRecord,
): Hit {
  // A title that has changed since is shown as it is now.
  const isSame = title !== null && plainOf(title) === cleanTitle(now);
  const shown = isSame ? laidOver(piecesOf(title), now) : unmarked(now);
  return { kind, record, topic, title: shown, excerpt: piecesOf(excerpt), detail, date, place };
}

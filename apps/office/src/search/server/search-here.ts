import type { Caller } from '@kontor/core';
import {
  type Found,
  type FoundGroup,
  findAnything,
  type Hit,
  type SearchKind,
  searchKinds,
} from '@kontor/search';
import type { Office } from '@kontor/suite';
import { type Moment, shortDate } from '#dates/dates.ts';
import { type GroupView, type HitView, type SearchView, searchPath } from '#search/search-view.ts';
import { placeOf } from './hit-place.ts';

interface Asked {
  typed: string;
  kind?: SearchKind | undefined;
  /** Hits of each kind. */
  show: number;
}

/** What a person finds, as both the box and the page draw it. */
export async function searchHere(
  office: Office,
  { typed, kind, show }: Asked,
  { caller, language, timeZone }: { caller: Caller; language: string; timeZone: string },
): Promise<SearchView> {
  const found = await findAnything.perform(office, { typed, show, ...(kind ? { kind } : {}) }, caller);
  return viewOf(found, { language, timeZone, now: office.clock.now() });
}

export const readKind = (value: unknown): SearchKind | undefined =>
  searchKinds.find((kind) => kind === value);

function viewOf({ query, without, groups }: Found, moment: Moment): SearchView {
  return {
    query,
    without,
    count: groups.reduce((sum, { count }) => sum + count, 0),
    more: groups.some(({ more }) => more),
    groups: groups.map((group) => groupOf(query, group, moment)),
  };
}

function groupOf(query: string, { kind, hits, count, more }: FoundGroup, moment: Moment): GroupView {
  const all = count > hits.length ? searchPath(query, kind) : null;
  return { kind, count, more, all, hits: hits.map((hit) => hitOf(hit, moment)) };
}

function hitOf(hit: Hit, moment: Moment): HitView {
  const { kind, record, topic, title, excerpt, date } = hit;
  const iso = new Date(date).toISOString();
  const { href, detail } = placeOf(hit, moment.language);
  return {
    key: `${kind}:${record}:${topic}`,
    href,
    title,
    excerpt,
    detail,
    when: shortDate(iso, moment),
    date: iso,
  };
}

import type { CallingPerson } from '@kontor/core';
import { hasWords } from '#documents/fold.ts';
import type { SearchKind, SearchSource, VisibleRecord } from '#source.ts';

export interface MadeRecord {
  space: string;
  title: string;
  text: string;
  topic?: string;
}

/** Pages in spaces that groups may read: rights as the wiki has them, in memory, changed at will. */
export interface MadeSource extends SearchSource {
  records: Map<string, MadeRecord>;
  /** Groups that may read a space. */
  readers: Map<string, Set<string>>;
}

export function madeSource(kind: SearchKind = 'page'): MadeSource {
  const records = new Map<string, MadeRecord>();
  const readers = new Map<string, Set<string>>();
  const readable = (person: CallingPerson, space: string): boolean =>
    person.groups.some((group) => readers.get(space)?.has(group) === true);
  const mayRead = (person: CallingPerson, record: string): boolean => {
    const found = records.get(record);
    return found !== undefined && readable(person, found.space);
  };
  return {
    kind,
    records,
    readers,
    follows: ['made.changed'],
    recordsOf: async ({ subject }) => [subject],
    async textsOf(record) {
      const found = records.get(record);
      if (!found) return [];
      const { title, text, space, topic = record } = found;
      return [{ topic, title, text, scopes: [`space:${space}`], date: 0 }];
    },
    async *all() {
      yield* [...records.keys()];
    },
    scopesOf: async (person) =>
      [...readers.keys()].filter((space) => readable(person, space)).map((space) => `space:${space}`),
    visible: async (person, found) =>
      found.map(({ record }) => (mayRead(person, record) ? viewOf(record, records.get(record)) : null)),
    searchTitles: async (person, words, limit) =>
      [...records]
        .filter(([record, { title }]) => mayRead(person, record) && hasWords(title, words))
        .map(([record, { topic = record }]) => ({ record, topic }))
        .slice(0, limit),
  };
}

const viewOf = (record: string, found: MadeRecord | undefined): VisibleRecord => ({
  title: found?.title ?? '',
  detail: found?.space ?? '',
  date: 0,
  place: { page: record },
});

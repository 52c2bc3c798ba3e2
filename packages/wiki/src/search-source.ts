import type { CallingPerson } from '@kontor/core';
import type { BlobStore, Change } from '@kontor/data';
import {
  type FoundRecord,
  hasWords,
  type ReadFile,
  type SearchSource,
  type SearchText,
  type VisibleRecord,
} from '@kontor/search';
import type { WikiReader } from './context.ts';
import { allPageIds, mayReadPages, type PageText, pageText, readableSpaces } from './search-port.ts';
import { slugOf } from './slug.ts';

const follows = ['wiki.page-changed', 'wiki.page-gone'];
const scopeOf = (space: string): string => `space:${space}`;
/** Pages whose titles are looked through where there is no index, of each space the ones changed last. */
const mostLookedAt = 2000;

/** Pages of the wiki, for those who may read their space. */
export const pageSearchSource = (wiki: WikiReader): SearchSource => ({
  kind: 'page',
  follows,
  recordsOf: async (change) => (isOf(change, 'attachments') ? [] : [change.subject]),
  async textsOf(page) {
    const found = await pageText(wiki, page);
    if (!found) return [];
    const { title, text, space } = found;
    return [{ topic: page, title, text, scopes: [scopeOf(space)], date: await changedAt(wiki, page) }];
  },
  all: () => allPageIds(wiki),
  scopesOf: (person) => scopesOf(wiki, person),
  async visible(person, found) {
    const pages = await visiblePages(wiki, person, found);
    return found.map(({ record }) => pages.get(record) ?? null);
  },
  searchTitles: async (person, words, limit) =>
    (await newestPages(wiki, person))
      .filter(({ title }) => hasWords(title, words))
      .slice(0, limit)
      .map(({ id }) => ({ record: id, topic: id })),
});

interface FileParts extends WikiReader {
  blobs: BlobStore;
  readFile: ReadFile;
}

/** What hangs on pages: one record per page and one hit per file, under the page's own rights. */
export const fileSearchSource = (parts: FileParts): SearchSource => ({
  kind: 'file',
  isSlow: true,
  follows,
  // They are found by their page's title; its other words change nothing about them, and to read files takes long.
  recordsOf: async (change) => (isOf(change, 'text') && !change.data['renamed'] ? [] : [change.subject]),
  async textsOf(page) {
    const found = await pageText(parts, page);
    if (!found) return [];
    const texts: SearchText[] = [];
    for (const file of found.attachments) texts.push(await textOfFile(parts, found, file));
    return texts;
  },
  all: () => allPageIds(parts),
  scopesOf: (person) => scopesOf(parts, person),
  async visible(person, found) {
    const pages = await visiblePages(parts, person, found);
    const ids = found.filter(({ record }) => pages.has(record)).map(({ topic }) => topic);
    const rows = await parts.bulk.find(
      'wiki-attachments',
      { id: { in: ids } },
      { select: ['page', 'filename', 'at'] },
    );
    const files = new Map(rows.map((row) => [row.id, row]));
    return found.map(({ record, topic }): VisibleRecord | null => {
      const [page, file] = [pages.get(record), files.get(topic)];
      if (!page || file?.['page'] !== record) return null;
      const title = String(file['filename']);
      return { title, detail: page.title, date: Number(file['at']), place: { ...page.place, file: topic } };
    });
  },
  async searchTitles(person, words, limit) {
    const pages = (await newestPages(parts, person)).map(({ id }) => id);
    const where = { page: { in: pages } };
    const rows = await parts.bulk.find('wiki-attachments', where, { select: ['page', 'filename'] });
    return rows
      .filter((row) => hasWords(String(row['filename']), words))
      .slice(0, limit)
      .map((row) => ({ record: String(row['page']), topic: row.id }));
  },
});

const isOf = ({ data }: Change, what: string): boolean => data['what'] === what;

const scopesOf = async (wiki: WikiReader, person: CallingPerson): Promise<string[]> =>
  (await readableSpaces(wiki, person)).map(scopeOf);

async function textOfFile(
  { blobs, readFile }: FileParts,
  { space, title }: PageText,
  { id, filename, type, size, blob }: PageText['attachments'][number],
): Promise<SearchText> {
  const text = await readFile({ name: filename, type, size, key: blob, open: () => blobs.read(blob) });
  // A file is found by the name of its page too.
  return { topic: id, title: filename, text: `${text}\n\n${title}`, scopes: [scopeOf(space)], date: 0 };
}

async function changedAt({ bulk }: WikiReader, page: string): Promise<number> {
  const [row] = await bulk.find('wiki-pages', { id: page }, { limit: 1, select: ['changedAt'] });
  return Number(row?.['changedAt'] ?? 0);
}

async function visiblePages(
  wiki: WikiReader,
  person: CallingPerson,
  found: readonly FoundRecord[],
): Promise<Map<string, VisibleRecord>> {
  const wanted = found.map(({ record }) => record);
  const may = await mayReadPages(wiki, person, wanted);
  const select = ['space', 'title', 'changedAt'];
  const rows = await wiki.bulk.find('wiki-pages', { id: { in: [...may] } }, { select });
  const ids = [...new Set(rows.map((row) => String(row['space'])))];
  const spaces = await wiki.bulk.find('wiki-spaces', { id: { in: ids } }, { select: ['name', 'slug'] });
  const bySpace = new Map(spaces.map((space) => [space.id, space]));
  return new Map(
    rows.flatMap((row): [string, VisibleRecord][] => {
      const space = bySpace.get(String(row['space']));
      if (!space) return [];
      const title = String(row['title']);
      const page = [slugOf(title), row.id].filter(Boolean).join('-');
      const place = { space: String(space['slug']), page };
      return [[row.id, { title, detail: String(space['name']), date: Number(row['changedAt']), place }]];
    }),
  );
}

async function newestPages(
  wiki: WikiReader,
  person: CallingPerson,
): Promise<{ id: string; title: string }[]> {
  const spaces = await readableSpaces(wiki, person);
  const share = Math.ceil(mostLookedAt / Math.max(1, spaces.length));
  const found: { id: string; title: string }[] = [];
  for (const space of spaces) {
    const newest = { sort: '-changedAt', limit: share, select: ['title'] };
    const rows = await wiki.bulk.find('wiki-pages', { space, trashedWith: null }, newest);
    found.push(...rows.map(({ id, title }) => ({ id, title: String(title) })));
  }
  return found;
}

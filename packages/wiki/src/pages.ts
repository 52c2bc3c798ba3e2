import type { Row } from '@kontor/data';
import type { DocumentJson } from '#document/types.ts';
import type { WikiReader } from './context.ts';
import { wikiProblems } from './problems.ts';
import type { TreeRow } from './tree.ts';

/** A page's row: its place and its name. */
export interface Page extends TreeRow {
  space: string;
  version: number;
  author: string | null;
  /** Milliseconds since 1970. */
  createdAt: number;
  changedAt: number;
  trashedAt: number | null;
  trashedWith: string | null;
}

export interface Version {
  page: string;
  number: number;
  title: string;
  document: DocumentJson;
  author: string | null;
  at: number;
  restores: number | null;
}

const orNull = <Value>(value: unknown): Value | null => (value ?? null) as Value | null;

/** In place of the page that it went to the trash with: it is being deleted for good, and nobody gets it back. */
export const deleting = 'deleting';

export const isTrashed = (row: Row): boolean => Boolean(row['trashedAt']);

export const toPage = (row: Row): Page => ({
  id: row.id,
  space: String(row['space']),
  parent: orNull(row['parent']),
  rank: String(row['rank']),
  title: String(row['title']),
  version: Number(row['version']),
  author: orNull(row['author']),
  createdAt: Number(row['createdAt']),
  changedAt: Number(row['changedAt']),
  trashedAt: orNull(row['trashedAt']),
  trashedWith: orNull(row['trashedWith']),
});

export const toVersion = (row: Row): Version => ({
  page: String(row['page']),
  number: Number(row['number']),
  title: String(row['title']),
  document: row['document'] as DocumentJson,
  author: orNull(row['author']),
  at: Number(row['at']),
  restores: orNull(row['restores']),
});

export async function findPage({ bulk }: WikiReader, id: string): Promise<Page> {
  const [row] = await bulk.find('wiki-pages', { id }, { limit: 1 });
  return row && row['trashedWith'] !== deleting ? toPage(row) : wikiProblems.raise('no-such-page');
}

/** Everything of a space that is not in the trash. */
export async function livePages({ bulk }: WikiReader, space: string): Promise<Page[]> {
  return (await bulk.find('wiki-pages', { space, trashedWith: null })).map(toPage);
}

export async function newestVersion({ bulk }: WikiReader, page: string): Promise<Version> {
  const [row] = await bulk.find('wiki-versions', { page }, { sort: '-number', limit: 1 });
  return row ? toVersion(row) : wikiProblems.raise('no-such-page');
}

export async function findVersion({ bulk }: WikiReader, page: string, number: number): Promise<Version> {
  const [row] = await bulk.find('wiki-versions', { page, number }, { limit: 1 });
  return row ? toVersion(row) : wikiProblems.raise('no-such-version');
}

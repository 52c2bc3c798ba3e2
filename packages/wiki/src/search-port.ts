import type { Caller } from '@kontor/core';
import { documentText } from '#document/text.ts';
import type { DocumentJson } from '#document/types.ts';
import type { WikiReader } from './context.ts';
import { isTrashed } from './pages.ts';
import { rightsOf } from './rights.ts';

type Person = NonNullable<Caller['person']>;

export interface PageText {
  title: string;
  text: string;
  /** Id of the space. */
  space: string;
  attachments: { id: string; filename: string; type: string; blob: string; size: number }[];
}

/** What there is to find on a page; null for one that is not there or in the trash. */
export async function pageText({ bulk }: WikiReader, page: string): Promise<PageText | null> {
  const [row] = await bulk.find('wiki-pages', { id: page }, { limit: 1, select: ['space', 'trashedAt'] });
  if (!row || isTrashed(row)) return null;
  const select = ['title', 'document'];
  const [version] = await bulk.find('wiki-versions', { page }, { sort: '-number', limit: 1, select });
  if (!version) return null;
  const kept = await bulk.find(
    'wiki-attachments',
    { page },
    { select: ['filename', 'type', 'blob', 'size'] },
  );
  return {
    title: String(version['title']),
    text: documentText(version['document'] as DocumentJson),
    space: String(row['space']),
    attachments: kept.map((one) => ({
      id: one.id,
      filename: String(one['filename']),
      type: String(one['type']),
      blob: String(one['blob']),
      size: Number(one['size']),
    })),
  };
}

/** Ids of the spaces whose pages a person may read now. */
export async function readableSpaces(context: WikiReader, person: Person): Promise<string[]> {
  return [...(await rightsOf(context, person)).keys()];
}

/** Those of the pages that a person may read now and that are not in the trash. */
export async function mayReadPages(
  context: WikiReader,
  person: Person,
  pages: readonly string[],
): Promise<Set<string>> {
  const rights = await rightsOf(context, person);
  const where = { id: { in: [...new Set(pages)] }, trashedWith: null };
  const rows = await context.bulk.find('wiki-pages', where, { select: ['space'] });
  return new Set(rows.filter((row) => rights.has(String(row['space']))).map(({ id }) => id));
}

const batch = 500;

/** The ids of all pages that are not in the trash, for whoever makes an index anew. */
export async function* allPageIds({ bulk }: WikiReader): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const where = { id: { gt: after }, trashedWith: null };
    const rows = await bulk.find('wiki-pages', where, { sort: 'id', limit: batch, select: ['title'] });
    for (const { id } of rows) yield id;
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = last.id;
  }
}

/** Those of the blobs that an attachment points at, for whoever sweeps the store. */
export async function blobsInWiki({ bulk }: WikiReader, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await bulk.find('wiki-attachments', { blob: { in: [...hashes] } }, { select: ['blob'] });
  return new Set(rows.map((row) => String(row['blob'])));
}

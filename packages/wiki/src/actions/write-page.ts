import { action } from '@kontor/core';
import { changeOp, type Op } from '@kontor/data';
import { z } from 'zod';
import type { WikiContext } from '#context.ts';
import { type DocumentJson, emptyDocument } from '#document/types.ts';
import { newPageId } from '#page-id.ts';
import { findPage, findVersion, livePages } from '#pages.ts';
import { wikiProblems } from '#problems.ts';
import { inSpace, onPage } from '#rights.ts';
import { childrenOf, deepest, pathTo, rankBefore } from '#tree.ts';
import { checkedDocument, type Saved, type Stamp, stampOf, versionOp, writeVersion } from '#write-version.ts';
import { idField, titleField, versionField } from './fields.ts';

/** Writes a new page, last below its parent. */
export const addPage = action({
  name: 'wiki.add-page',
  input: z.object({
    space: idField,
    parent: idField.nullable().default(null),
    title: titleField,
    document: z.unknown().optional(),
  }),
  about: ({ space }) => space,
  can: inSpace('write'),
  async run(context: WikiContext, { space, parent, title, document }, caller): Promise<{ page: string }> {
    const text = { title, document: document === undefined ? emptyDocument() : checkedDocument(document) };
    return { page: await insertPage(context, { space, parent }, text, stampOf(context, caller)) };
  },
});

export async function insertPage(
  context: WikiContext,
  { space, parent }: { space: string; parent: string | null },
  text: { title: string; document: DocumentJson },
  by: Stamp,
): Promise<string> {
  if ((await context.bulk.count('wiki-spaces', { id: space })) === 0) wikiProblems.raise('no-such-space');
  const rows = await livePages(context, space);
  if (parent !== null && !rows.some(({ id }) => id === parent)) wikiProblems.raise('no-such-page');
  if (parent !== null && pathTo(rows, parent).length >= deepest) wikiProblems.raise('too-deep');
  const page = newPageId();
  const rank = rankBefore(childrenOf(rows).get(parent) ?? [], null);
  const { title } = text;
  const { author, at } = by;
  const place = { space, parent, rank, moved: 0, trashedAt: null, trashedWith: null };
  const row = { id: page, ...place, title, version: 1, author, createdAt: at, changedAt: at };
  // The text first: a page without one would be broken, a text without a page is only waste.
  const ops: Op[] = [
    versionOp(page, 1, text, by),
    { op: 'insert', into: 'wiki-pages', rows: [row] },
    changeOp('wiki.page-changed', page, { what: 'text' }, at),
  ];
  await context.bulk.write(ops);
  return page;
}

/**
 * Saves a page as somebody changed it, who began from version `base`. Where another has saved since, both texts are kept:
 * the newest stays, this one lies aside until somebody decides.
 */
export const savePage = action({
  name: 'wiki.save-page',
  input: z.object({
    page: idField,
    base: versionField,
    title: titleField,
    document: z.unknown(),
    /** The text kept aside that this one takes in. */
    aside: idField.optional(),
  }),
  about: ({ page }) => page,
  can: onPage('write'),
  async run(context: WikiContext, { page, base, title, document, aside }, caller): Promise<Saved> {
    const text = { title, document: checkedDocument(document) };
    if ((await findPage(context, page)).trashedAt !== null) wikiProblems.raise('in-trash');
    const saved = await writeVersion(context, page, base, text, stampOf(context, caller));
    if (saved.saved && aside !== undefined) await drop(context, page, aside);
    return saved;
  },
});

/** Makes an earlier version the newest again; what came between stays in the history. */
export const restoreVersion = action({
  name: 'wiki.restore-version',
  input: z.object({ page: idField, version: versionField, base: versionField }),
  about: ({ page }) => page,
  can: onPage('write'),
  async run(context: WikiContext, { page, version, base }, caller): Promise<Saved> {
    if ((await findPage(context, page)).trashedAt !== null) wikiProblems.raise('in-trash');
    const { title, document } = await findVersion(context, page, version);
    const text = { title, document, restores: version };
    return writeVersion(context, page, base, text, stampOf(context, caller));
  },
});

/** The text of somebody who saved upon an older version. */
export const readAside = action({
  name: 'wiki.read-aside',
  quiet: true,
  input: z.object({ page: idField, aside: idField }),
  can: onPage('write'),
  async run({ bulk }: WikiContext, { page, aside }) {
    const [row] = await bulk.find('wiki-asides', { id: aside, page }, { limit: 1 });
    if (!row) return wikiProblems.raise('no-such-version');
    return {
      title: String(row['title']),
      document: row['document'] as DocumentJson,
      base: Number(row['base']),
      author: (row['author'] ?? null) as string | null,
      at: Number(row['at']),
    };
  },
});

/** Lets go of a text that was kept aside. */
export const dropAside = action({
  name: 'wiki.drop-aside',
  input: z.object({ page: idField, aside: idField }),
  about: ({ page }) => page,
  can: onPage('write'),
  async run(context: WikiContext, { page, aside }): Promise<void> {
    await drop(context, page, aside);
  },
});

const drop = ({ bulk }: WikiContext, page: string, aside: string) =>
  bulk.write([{ op: 'delete', in: 'wiki-asides', where: { id: aside, page } }]);

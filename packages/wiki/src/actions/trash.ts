import { action } from '@kontor/core';
import { changeOp } from '@kontor/data';
import { z } from 'zod';
import type { WikiContext } from '#context.ts';
import { finishDeleting } from '#finish-deleting.ts';
import { settleMoves } from '#move-in-tree.ts';
import { deleting, findPage, livePages, type Page, toPage } from '#pages.ts';
import { wikiProblems } from '#problems.ts';
import { inSpace, onPage } from '#rights.ts';
import { branchOf } from '#tree.ts';
import { idField } from './fields.ts';

/** Puts a page and everything below it into the trash; told how many that were. */
export const trashPage = action({
  name: 'wiki.trash-page',
  input: z.object({ page: idField }),
  about: ({ page }) => page,
  can: onPage('write'),
  async run(context: WikiContext, { page }): Promise<{ count: number }> {
    const { space } = await findPage(context, page);
    await settleMoves(context, space);
    const rows = await livePages(context, space);
    if (!rows.some(({ id }) => id === page)) return { count: 0 };
    const now = context.clock.now();
    const branch = branchOf(rows, page);
    const set = { trashedAt: now, trashedWith: page };
    const where = { id: { in: branch }, trashedWith: null };
    const [trashed] = await context.bulk.write([
      { op: 'update', in: 'wiki-pages', where, set },
      ...branch.map((id) => changeOp('wiki.page-gone', id, {}, now)),
    ]);
    return { count: trashed?.count ?? 0 };
  },
});

/** Takes a page out of the trash, with what was put there along with it. */
export const restorePage = action({
  name: 'wiki.restore-page',
  input: z.object({ page: idField }),
  about: ({ page }) => page,
  can: onPage('write'),
  async run(context: WikiContext, { page }): Promise<void> {
    const { bulk, clock } = context;
    if (!isInTrash(await findPage(context, page))) return;
    const where = { trashedWith: page };
    const rows = await bulk.find('wiki-pages', where, { select: ['title'] });
    const set = { trashedAt: null, trashedWith: null };
    await bulk.write([
      { op: 'update', in: 'wiki-pages', where, set },
      ...rows.map(({ id }) => changeOp('wiki.page-changed', id, { what: 'place' }, clock.now())),
    ]);
    // Somebody else was quicker and is deleting it for good.
    await findPage(context, page);
  },
});

/** False for one that is not there; a page that went there with one above it goes nowhere without that one. */
function isInTrash({ id, trashedWith }: Page): boolean {
  if (trashedWith !== null && trashedWith !== id) wikiProblems.raise('trashed-above');
  return trashedWith !== null;
}

export interface TrashedPage {
  id: string;
  title: string;
  /** Milliseconds since 1970. */
  trashedAt: number;
  /** How many pages below it went with it. */
  below: number;
}

/** What was put into the trash of a space, newest first; whoever may write there may take it out. */
export const listTrash = action({
  name: 'wiki.list-trash',
  quiet: true,
  input: z.object({ space: idField }),
  can: inSpace('write'),
  async run(context: WikiContext, { space }): Promise<TrashedPage[]> {
    await finishDeleting(context, space);
    const rows = (await context.bulk.find('wiki-pages', { space, trashedWith: { not: null } })).map(toPage);
    const withIt = (page: string) => rows.filter(({ trashedWith }) => trashedWith === page).length;
    return rows
      .filter(({ id, trashedWith }) => id === trashedWith)
      .map(({ id, title, trashedAt }) => ({ id, title, trashedAt: trashedAt ?? 0, below: withIt(id) - 1 }))
      .sort((one, other) => other.trashedAt - one.trashedAt);
  },
});

/** Deletes a page of the trash for good, with its history, its attachments and what went there along with it. */
export const deletePage = action({
  name: 'wiki.delete-page',
  input: z.object({ page: idField }),
  about: ({ page }) => page,
  can: onPage('manage'),
  async run(context: WikiContext, { page }): Promise<{ count: number }> {
    const found = await findPage(context, page);
    if (!isInTrash(found)) wikiProblems.raise('not-in-trash');
    // Of this and a restoring that come together one gets the pages; only what was got is deleted.
    const [got] = await context.bulk.write([
      { op: 'update', in: 'wiki-pages', where: { trashedWith: page }, set: { trashedWith: deleting } },
    ]);
    await finishDeleting(context, found.space);
    return { count: got?.count ?? 0 };
  },
});

import { action } from '@kontor/core';
import { z } from 'zod';
import type { WikiContext } from '#context.ts';
import type { DocumentJson } from '#document/types.ts';
import { settleMoves } from '#move-in-tree.ts';
import { findPage, findVersion, livePages, newestVersion, type Page } from '#pages.ts';
import { inSpace, onPage, type Right, rightIn } from '#rights.ts';
import { arrange, type TreeNode } from '#tree.ts';
import { nameAfter } from '#write-version.ts';
import { type AttachmentView, attachmentsOf } from './attachments.ts';
import { idField, versionField } from './fields.ts';

export interface AsideView {
  id: string;
  base: number;
  author: string | null;
  at: number;
}

export interface PageView {
  id: string;
  space: string;
  title: string;
  document: DocumentJson;
  /** The version shown, and the newest there is. */
  version: number;
  newest: number;
  author: string | null;
  /** Milliseconds since 1970. */
  at: number;
  trashedAt: number | null;
  /** The page above that it went to the trash with, and comes back with. */
  trashedWith: { id: string; title: string } | null;
  attachments: AttachmentView[];
  /** Texts that were saved upon an older version and wait for somebody to decide; for those who may write. */
  asides: AsideView[];
  may: Right;
}

/** The pages of a space as a tree. */
export const readTree = action({
  name: 'wiki.read-tree',
  quiet: true,
  input: z.object({ space: idField }),
  can: inSpace('read'),
  async run(context: WikiContext, { space }): Promise<TreeNode[]> {
    await settleMoves(context, space);
    return arrange(await livePages(context, space));
  },
});

/** A page as it is, or as it was in an earlier version. */
export const readPage = action({
  name: 'wiki.read-page',
  quiet: true,
  input: z.object({ page: idField, version: versionField.optional() }),
  can: onPage('read'),
  async run(context: WikiContext, { page: id, version: wanted }, caller): Promise<PageView> {
    const [page, newest, attachments] = await Promise.all([
      findPage(context, id),
      newestVersion(context, id),
      attachmentsOf(context, id),
    ]);
    // Whoever wrote it died before its name was told.
    if (page.version < newest.number) await nameAfter(context, id, newest);
    const may = caller.person ? ((await rightIn(context, caller.person, page.space)) ?? 'read') : 'manage';
    const shown =
      wanted === undefined || wanted === newest.number ? newest : await findVersion(context, id, wanted);
    return {
      id,
      space: page.space,
      title: shown.title,
      document: shown.document,
      version: shown.number,
      newest: newest.number,
      author: shown.author,
      at: shown.at,
      trashedAt: page.trashedAt,
      trashedWith: await trashedAbove(context, page),
      attachments,
      asides: may === 'read' ? [] : await asidesOf(context, id),
      may,
    };
  },
});

async function trashedAbove(
  { bulk }: WikiContext,
  { id, trashedWith }: Page,
): Promise<{ id: string; title: string } | null> {
  if (trashedWith === null || trashedWith === id) return null;
  const [row] = await bulk.find('wiki-pages', { id: trashedWith }, { limit: 1, select: ['title'] });
  return row ? { id: row.id, title: String(row['title']) } : null;
}

async function asidesOf({ bulk }: WikiContext, page: string): Promise<AsideView[]> {
  const rows = await bulk.find('wiki-asides', { page }, { sort: 'at', select: ['base', 'author', 'at'] });
  return rows.map((row) => ({
    id: row.id,
    base: Number(row['base']),
    author: (row['author'] ?? null) as string | null,
    at: Number(row['at']),
  }));
}

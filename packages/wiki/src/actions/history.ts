import { action } from '@kontor/core';
import { z } from 'zod';
import { compareTexts, type Part } from '#compare.ts';
import type { WikiContext } from '#context.ts';
import { documentLines } from '#document/lines.ts';
import { findVersion, newestVersion } from '#pages.ts';
import { onPage } from '#rights.ts';
import { idField, versionField } from './fields.ts';
import { readAside } from './write-page.ts';

export interface VersionView {
  number: number;
  title: string;
  author: string | null;
  /** Milliseconds since 1970. */
  at: number;
  restores: number | null;
}

const pageOfVersions = 50;

/** Who saved what when, newest first. */
export const listVersions = action({
  name: 'wiki.list-versions',
  quiet: true,
  input: z.object({ page: idField, before: versionField.optional() }),
  can: onPage('read'),
  async run({ bulk }: WikiContext, { page, before }): Promise<{ versions: VersionView[]; more: boolean }> {
    const where = before === undefined ? { page } : { page, number: { lt: before } };
    const select = ['number', 'title', 'author', 'at', 'restores'];
    const rows = await bulk.find('wiki-versions', where, {
      sort: '-number',
      limit: pageOfVersions + 1,
      select,
    });
    const versions = rows.slice(0, pageOfVersions).map((row) => ({
      number: Number(row['number']),
      title: String(row['title']),
      author: (row['author'] ?? null) as string | null,
      at: Number(row['at']),
      restores: (row['restores'] ?? null) as number | null,
    }));
    return { versions, more: rows.length > pageOfVersions };
  },
});

export interface Comparison {
  from: number;
  /** A version, or null for the text that was kept aside. */
  to: number | null;
  title: Part[];
  text: Part[];
  /** The words are the same; what changed is how they are set. */
  onlySet: boolean;
}

/** What changed between two versions, or between a version and a text kept aside, in words. */
export const compareVersions = action({
  name: 'wiki.compare-versions',
  quiet: true,
  input: z.object({
    page: idField,
    /** 0 is before the first: everything is new. */
    from: z.number().int().min(0).max(1_000_000_000),
    to: versionField.optional(),
    aside: idField.optional(),
  }),
  can: onPage('read'),
  async run(context: WikiContext, { page, from, to, aside }, caller): Promise<Comparison> {
    const nothing = { title: '', document: { type: 'doc' as const } };
    const before = from === 0 ? nothing : await findVersion(context, page, from);
    const after = aside
      ? // Its own rule is asked: it is for those who may write.
        await readAside.perform(context, { page, aside }, caller)
      : to === undefined
        ? await newestVersion(context, page)
        : await findVersion(context, page, to);
    const [old, young] = [documentLines(before.document), documentLines(after.document)];
    return {
      from,
      to: 'number' in after ? after.number : null,
      title: compareTexts(before.title, after.title),
      text: compareTexts(old, young),
      onlySet:
        old === young &&
        before.title === after.title &&
        JSON.stringify(before.document) !== JSON.stringify(after.document),
    };
  },
});

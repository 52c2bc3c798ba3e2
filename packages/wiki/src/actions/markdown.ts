import { action } from '@kontor/core';
import { z } from 'zod';
import type { WikiContext } from '#context.ts';
import { type Loss, writeMarkdown } from '#markdown/to-markdown.ts';
import { newestVersion } from '#pages.ts';
import { wikiProblems } from '#problems.ts';
import { inSpace, onPage } from '#rights.ts';
import { slugOf } from '#slug.ts';
import { knownDocument, stampOf } from '#write-version.ts';
import { idField, titleField } from './fields.ts';
import { insertPage } from './write-page.ts';

/** Makes a page of a Markdown text. Its first heading of level 1 is its title, unless one is given. */
export const importMarkdown = action({
  name: 'wiki.import-markdown',
  input: z.object({
    space: idField,
    parent: idField.nullable().default(null),
    /** What it is called where the text does not say. */
    fallbackTitle: titleField,
    markdown: z.string().max(1_000_000, 'At most a million characters.'),
  }),
  about: ({ space }) => space,
  can: inSpace('write'),
  async run(
    context: WikiContext,
    { space, parent, fallbackTitle, markdown },
    caller,
  ): Promise<{ page: string; hasHtml: boolean }> {
    const outcome = await context.readMarkdown(markdown);
    if (!outcome.ok) return wikiProblems.raise('markdown-unread', { cause: new Error(outcome.why) });
    const { read, hasHtml, title } = outcome.answer;
    const text = { title: title ?? fallbackTitle, document: knownDocument(read) };
    const page = await insertPage(context, { space, parent }, text, stampOf(context, caller));
    return { page, hasHtml };
  },
});

/** A page as Markdown, with the names of what Markdown cannot hold. */
export const exportMarkdown = action({
  name: 'wiki.export-markdown',
  quiet: true,
  input: z.object({ page: idField }),
  can: onPage('read'),
  async run(context: WikiContext, { page }): Promise<{ filename: string; markdown: string; losses: Loss[] }> {
    const { title, document } = await newestVersion(context, page);
    return { filename: `${slugOf(title) || page}.md`, ...writeMarkdown(document, title) };
  },
});

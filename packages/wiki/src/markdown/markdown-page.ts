import { type ReadDocument, readDocument, TooLarge } from '#document/read-document.ts';
import { readMarkdown } from './from-markdown.ts';

export interface MarkdownPage {
  title: string | null;
  hasHtml: boolean;
  read: ReadDocument;
}

/** A page out of Markdown, within the bounds of one. May take long: a few kilobytes can be written to take a minute. */
export function markdownPage(markdown: string): MarkdownPage {
  try {
    const { document, ...rest } = readMarkdown(markdown);
    return { ...rest, read: readDocument(document) };
  } catch (error) {
    if (error instanceof TooLarge)
      return { title: null, hasHtml: false, read: { ok: false, why: 'too-large' } };
    throw error;
  }
}

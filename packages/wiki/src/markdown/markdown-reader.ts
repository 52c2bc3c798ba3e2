import { type Limits, type Outcome, workApart } from '@kontor/threads';
import { type MarkdownPage, markdownPage } from './markdown-page.ts';

export type MarkdownReader = (markdown: string) => Promise<Outcome<MarkdownPage>>;

/** Longer than any page that people write takes. */
const limits: Limits = { workMs: 5000, limitMs: 30_000, memory: 300_000_000 };

/** Reads Markdown in a thread (`@kontor/wiki/markdown-thread`); without one where nobody else waits, such as a terminal. */
export const markdownReader = (thread: URL | undefined): MarkdownReader =>
  thread
    ? workApart<string, MarkdownPage>(thread, limits)
    : async (markdown) => ({ ok: true, answer: markdownPage(markdown) });

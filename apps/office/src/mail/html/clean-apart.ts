import { type Limits, workApart } from '@kontor/threads';
import type { SafeMail, SanitizeOptions } from './sanitize-mail.ts';

export interface CleanTask {
  html: string;
  options: SanitizeOptions;
}

export type Clean = (html: string, options: SanitizeOptions) => Promise<SafeMail | null>;

/**
 * Cleans messages in a thread of their own: however a stranger built his, everybody else's requests are answered meanwhile. Null
 * when it took too long, or the thread died of it: the message is not shown as it was made.
 */
export function cleanApart(thread: URL, limits: Limits = { workMs: 2000, limitMs: 10_000 }): Clean {
  const clean = workApart<CleanTask, SafeMail>(thread, limits);
  return async (html, options) => {
    const cleaned = await clean({ html, options });
    return cleaned.ok ? cleaned.answer : null;
  };
}

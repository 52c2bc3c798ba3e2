import { Worker } from 'node:worker_threads';
import type { SafeMail, SanitizeOptions } from './sanitize-mail.ts';

export interface Asked {
  id: number;
  html: string;
  options: SanitizeOptions;
}

export interface Cleaned {
  id: number;
  mail: SafeMail;
}

export type Clean = (html: string, options: SanitizeOptions) => Promise<SafeMail | null>;

interface Limits {
  /** A message that takes longer is not shown as it was made, in milliseconds. */
  limitMs?: number;
  /** A thread with nothing to do for so long gives its memory back, in milliseconds. */
  restMs?: number;
}

/**
 * Cleans messages in a thread of their own, one after the other: however a stranger built his, everybody else's requests
 * are answered meanwhile. Null when it took too long, or the thread died of it.
 */
export function cleanApart(thread: URL, { limitMs = 2000, restMs = 20_000 }: Limits = {}): Clean {
  let worker: Worker | null = null;
  let resting: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let last = 0;

  function end(ended: Worker): void {
    if (worker === ended) worker = null;
    void ended.terminate();
  }

  function start(): Worker {
    const started = new Worker(thread, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
    // An error ends the thread; whoever waits hears of the end.
    started.on('error', () => {});
    started.once('exit', () => end(started));
    started.unref();
    return started;
  }

  function cleanNow(html: string, options: SanitizeOptions): Promise<SafeMail | null> {
    clearTimeout(resting);
    worker ??= start();
    const asked = worker;
    const id = ++last;
    return new Promise((resolve) => {
      const done = (mail: SafeMail | null) => {
        clearTimeout(tooLong);
        asked.off('message', hear);
        asked.off('exit', fail);
        resting = setTimeout(() => end(asked), restMs).unref();
        resolve(mail);
      };
      const hear = (cleaned: Cleaned) => {
        if (cleaned.id === id) done(cleaned.mail);
      };
      const fail = () => done(null);
      const tooLong = setTimeout(() => {
        end(asked);
        done(null);
      }, limitMs);
      asked.on('message', hear);
      asked.once('exit', fail);
      asked.postMessage({ id, html, options } satisfies Asked);
    });
  }

  return (html, options) => {
    const cleaned = turn.then(() => cleanNow(html, options));
    turn = cleaned;
    return cleaned;
  };
}

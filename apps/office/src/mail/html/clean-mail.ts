import { type Clean, cleanApart } from './clean-apart.ts';
import { sanitizeMail } from './sanitize-mail.ts';

/** Where main.ts, which is no part of Next's build, says where the thread's file is. */
const place = Symbol.for('kontor.office.clean-thread');
const known = globalThis as { [place]?: URL };

export function cleanInThread(thread: URL): void {
  known[place] = thread;
}

let clean: Clean | undefined;

/** Foreign HTML made harmless, in a thread where there is one: `npm run dev` has none. Null when it took too long. */
export const cleanMail: Clean = (html, options) => {
  clean ??= known[place] ? cleanApart(known[place]) : async (...asked) => sanitizeMail(...asked);
  return clean(html, options);
};

import { threads } from '#threads.ts';
import { type Clean, cleanApart } from './clean-apart.ts';
import { sanitizeMail } from './sanitize-mail.ts';

let clean: Clean | undefined;

/** Foreign HTML made harmless, in a thread where there is one. Null when it took too long. */
export const cleanMail: Clean = (html, options) => {
  clean ??= choose();
  return clean(html, options);
};

function choose(): Clean {
  const thread = threads().cleaning;
  return thread ? cleanApart(thread) : async (html, options) => sanitizeMail(html, options);
}

import { cleanText, foldWord } from '#documents/fold.ts';

/** Characters that are looked at; Meilisearch looks at ten words. */
const longest = 200;

/** What somebody typed, whatever it was, as a question that can be put to the index. */
export const cleanQuery = (typed: string): string =>
  cleanText(typed.slice(0, longest * 4))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed()
    .replaceAll('\u{FFFD}', ' ')
    .trim();

/** The words for a search of titles. */
export const wordsOf = (query: string): string[] =>
  [...new Set(query.split(/[\s"]+/).map(foldWord))].filter(Boolean).slice(0, 10);

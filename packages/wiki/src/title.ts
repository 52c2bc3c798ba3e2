import { cutText } from '@kontor/core/cut-text';

/** In signs of UTF-16, as forms count them. */
export const longestTitle = 200;

/** Words as a title: on one line, and not longer than one may be. */
export const asTitle = (words: string): string =>
  cutText(words.replace(/\p{Cc}+/gu, ' ').trim(), 0, longestTitle).trimEnd();

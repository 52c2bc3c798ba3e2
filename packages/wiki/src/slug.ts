import { cutText } from '@kontor/core/cut-text';

/** The words of a title as the part of an address; letters of every script stay. */
export const slugOf = (title: string): string => {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return cutText(words, 0, 60).replace(/-+$/, '');
};

import { mark } from '#documents/fold.ts';

/** A text in pieces, of which some are what was searched for. Never HTML: a screen writes each piece as text. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/** Of what Meilisearch marked. */
export const piecesOf = (marked: string): Piece[] =>
  marked.split(mark.begin).flatMap((part, at) => {
    if (at === 0) return unmarked(part);
    const [match = '', ...rest] = part.split(mark.end);
    return [...(match ? [{ text: match, isMatch: true }] : []), ...unmarked(rest.join(''))];
  });

export const plainOf = (marked: string): string => marked.replaceAll(mark.begin, '').replaceAll(mark.end, '');

export const unmarked = (text: string): Piece[] => (text ? [{ text, isMatch: false }] : []);

/** The same pieces of the text as it is spelt outside of the index, where the two lie over each other. */
export function laidOver(pieces: readonly Piece[], spelt: string): Piece[] {
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  if (length !== spelt.length) return [...pieces];
  let at = 0;
  return pieces.map(({ text, isMatch }) => {
    const from = at;
    at += text.length;
    return { text: spelt.slice(from, at), isMatch };
  });
}

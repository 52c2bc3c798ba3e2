/**
 * `text.slice(start, end)` without what is half a character: two UTF-16 units can be one, and half of one throws wherever
 * it is encoded for an address or a header.
 */
export const cutText = (text: string, start: number, end?: number): string =>
  text.slice(start, end).replace(/\p{Cs}/gu, '');

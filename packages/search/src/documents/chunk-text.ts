/** Characters. Meilisearch drops what lies past 65,535 words of a text, and finds best in passages. */
const usual = 3000;
const least = 2000;

/** A long text in passages, cut where a paragraph, a sentence or at least a word ends. Never none. */
export function chunkText(text: string): string[] {
  const chunks: string[] = [];
  let rest = text.trim();
  while (rest.length > usual) {
    const end = endOfPassage(rest);
    chunks.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest || chunks.length === 0 ? [...chunks, rest] : chunks;
}

const ends = [/\n\s*\n/g, /[.!?。！？؟]\s|[。！？]/g, /\s/g];

function endOfPassage(text: string): number {
  const window = text.slice(least, usual);
  for (const pattern of ends) {
    const last = [...window.matchAll(pattern)].at(-1);
    if (last) return least + last.index + last[0].length;
  }
  // Never between the halves of one character.
  return isHalf(text.charCodeAt(usual - 1)) ? usual - 1 : usual;
}

const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

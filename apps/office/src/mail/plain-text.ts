export interface TextBlock {
  kind: 'own' | 'quoted';
  text: string;
}

export type TextPiece = { kind: 'text'; text: string } | { kind: 'link'; text: string; href: string };

/** A plain message in runs of its own lines and of lines that are quoted; a signature stays with its own. */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const line of text.replace(/\r\n?/g, '\n').trimEnd().split('\n')) {
    const kind = line.startsWith('>') ? 'quoted' : 'own';
    const last = blocks.at(-1);
    if (last?.kind === kind) last.text += `\n${line}`;
    else blocks.push({ kind, text: line });
  }
  return blocks.filter(({ text: inside, kind }) => kind === 'quoted' || inside.trim() !== '');
}

const link = /\b(?:https?:\/\/[^\s<>"']+|[\w.+-]{1,64}@(?:[\w-]+\.)+[a-z]{2,24}\b)/gi;

/** From the end, sign by sign: a pattern that looks for the end from each sign takes the square of their number. */
function withoutSigns(address: string): string {
  let end = address.length;
  while (end > 0 && '.,;:!?)]}»'.includes(address.charAt(end - 1))) end -= 1;
  return address.slice(0, end);
}

/** Addresses of the web and of mail become links; the rest stays as it is. */
export function textPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const found of text.matchAll(link)) {
    // A full stop or a bracket after an address belongs to the sentence.
    const shown = withoutSigns(found[0]);
    if (found.index > from) pieces.push({ kind: 'text', text: text.slice(from, found.index) });
    const href = /^https?:/i.test(shown) ? shown : `mailto:${shown}`;
    pieces.push({ kind: 'link', text: shown, href });
    from = found.index + shown.length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

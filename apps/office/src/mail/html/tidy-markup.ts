import { Tokenizer } from 'htmlparser2';
import { allowedAttributes, allowedTags, droppedWithContent, quoteMark } from './allowed-markup.ts';

export interface Tidy {
  /** Well-formed: every element closed, nothing but tags and attributes that may stay, never deeper than the limit. */
  html: string;
  /** The text of the style elements. */
  sheets: string[];
  /** True when a limit was met and markup was left out; the text is all there. */
  cut: boolean;
}

const maxDepth = 120;
/** More than a layout of the greatest length has. */
const maxElements = 25_000;
const maxSheets = 50;
const maxSheetText = 100_000;

const known = new Set(allowedTags.filter((tag) => tag !== quoteMark));
const dropped = new Set(droppedWithContent);
const empty = new Set(['br', 'hr', 'img', 'wbr', 'col', 'embed', 'frame']);
const foreign = new Set(['svg', 'math']);
const everywhere = new Set([...(allowedAttributes['*'] ?? []), 'type']);
const ofTag = new Map(Object.entries(allowedAttributes).map(([tag, names]) => [tag, new Set(names)]));

/** What ends when its like begins: their end tags may be left out (HTML §13.1.2.4). */
const endedBy: Record<string, ReadonlySet<string>> = {
  p: new Set(['p']),
  li: new Set(['li']),
  dt: new Set(['dt', 'dd']),
  dd: new Set(['dt', 'dd']),
  td: new Set(['td', 'th']),
  th: new Set(['td', 'th']),
  tr: new Set(['td', 'th', 'tr']),
};

/**
 * One pass over foreign markup, each character looked at once, so that whatever reads it next meets no surprise of
 * size: parsers keep their open elements in lists that cost their length at each step.
 */
export function tidyMarkup(source: string): Tidy {
  const out: string[] = [];
  const open: string[] = [];
  let hidden = 0;
  let inForeign = 0;
  let elements = 0;
  const sheets: string[] = [];
  let sheetTextLeft = maxSheetText;
  let cut = false;
  let tag = '';
  let attributes = '';
  let names = new Set<string>();
  let name = '';
  let value = '';

  function pop(): void {
    const last = open.pop() ?? '';
    if (foreign.has(last)) inForeign -= 1;
    if (dropped.has(last)) hidden -= 1;
    else if (hidden === 0) out.push(`</${last}>`);
  }

  function begin(): void {
    const isDropped = dropped.has(tag);
    if (!isDropped && !known.has(tag)) return;
    elements += 1;
    if (empty.has(tag)) {
      if (isDropped || hidden > 0) return;
      if (elements > maxElements) cut = true;
      else out.push(`<${tag}${attributes}>`);
      return;
    }
    while (endedBy[tag]?.has(open.at(-1) ?? '')) pop();
    const isFull = open.length >= maxDepth || elements > maxElements;
    // What is dropped with its content must be known to be open, or its content would stand there.
    if (isFull && !(isDropped && hidden === 0)) {
      cut = true;
      return;
    }
    open.push(tag);
    if (foreign.has(tag)) inForeign += 1;
    if (isDropped) hidden += 1;
    else if (hidden === 0) out.push(`<${tag}${attributes}>`);
  }

  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ontext(start, end) {
        const text = source.slice(start, end);
        if (hidden === 0) out.push(text.replaceAll('<', '&lt;'));
        else if (hidden === 1 && open.at(-1) === 'style') {
          sheetTextLeft -= text.length;
          if (sheetTextLeft >= 0 && sheets.length < maxSheets) sheets.push(text);
          else cut = true;
        }
      },
      onopentagname(start, end) {
        tag = source.slice(start, end).toLowerCase();
        attributes = '';
        names = new Set();
      },
      onattribname(start, end) {
        name = source.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        value = source.slice(start, end);
      },
      onattribend() {
        if (names.has(name) || !(everywhere.has(name) || ofTag.get(tag)?.has(name))) return;
        names.add(name);
        attributes += ` ${name}="${value.replaceAll('"', '&quot;')}"`;
      },
      onopentagend: begin,
      onselfclosingtag: begin,
      onclosetag(start, end) {
        const at = open.lastIndexOf(source.slice(start, end).toLowerCase());
        while (at !== -1 && open.length > at) pop();
      },
      isInForeignContext: () => inForeign > 0,
      onattribentity() {},
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onend() {},
      onprocessinginstruction() {},
      ontextentity() {},
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  while (open.length > 0) pop();
  return { html: out.join(''), sheets, cut };
}

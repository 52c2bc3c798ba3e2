import type { Attributes } from 'sanitize-html';
import { quoteMark } from './allowed-markup.ts';

export const quoteTag = quoteMark;

/** What mail programs wrap an earlier message in when they answer it. */
export function isQuote(tag: string, attributes: Attributes): boolean {
  const classes = (attributes['class'] ?? '').split(/\s+/);
  if (tag === 'blockquote') return attributes['type'] === 'cite' || classes.includes('gmail_quote');
  return (
    tag === 'div' && ['gmail_quote', 'yahoo_quoted', 'protonmail_quote'].some((one) => classes.includes(one))
  );
}

/** Folds each outermost quotation away; one that is all there is stays open. */
export function foldQuotes(html: string, summary: string): string {
  const open = outside(html) === '' ? ' open' : '';
  const start = `<details class="k-quote"${open}><summary>${escapeText(summary)}</summary><blockquote`;
  let depth = 0;
  return html.replace(/<(\/?)kontor-quote([^>]*)>/g, (_whole, slash: string, attributes: string) => {
    if (slash) {
      depth -= 1;
      return depth === 0 ? '</blockquote></details>' : '</blockquote>';
    }
    depth += 1;
    return depth === 1 ? `${start}${attributes}>` : `<blockquote${attributes}>`;
  });
}

/** The text that stands outside of every quotation. */
function outside(html: string): string {
  let depth = 0;
  let text = '';
  for (const piece of html.split(/(<[^>]*>)/)) {
    if (piece.startsWith('<kontor-quote')) depth += 1;
    else if (piece === '</kontor-quote>') depth -= 1;
    else if (depth === 0 && piece.startsWith('<img')) text += 'picture';
    else if (depth === 0 && !piece.startsWith('<')) text += piece;
  }
  return text.replace(/&nbsp;|[\s\u00a0\p{Cf}]+/gu, '');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeText = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

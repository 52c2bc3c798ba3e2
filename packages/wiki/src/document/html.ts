import { attachmentAt, isSafeLink } from './addresses.ts';
import { directionOf } from './direction.ts';
import { documentText } from './text.ts';
import type { DocumentJson, MarkJson, NodeJson } from './types.ts';

export interface HtmlOptions {
  /** What a picture that lies elsewhere is called: it is a link, since fetching it would tell its host who reads. */
  pictureElsewhere: string;
  /** Said of a task's box. */
  done: string;
  open: string;
}

/** The document as HTML. Every text and attribute is escaped and no markup of anybody's is let through. */
export function documentHtml(document: DocumentJson, options: HtmlOptions): string {
  return all(document.content, { ...options, above: [] });
}

interface Drawing extends HtmlOptions {
  /** The levels of the headings that the present one stands below. */
  above: number[];
}

/** The page's title is its h1; a heading is one deeper than the last that is larger, so that no level is left out. */
function depthOf(level: number, { above }: Drawing): number {
  while (above.length > 0 && (above.at(-1) ?? 0) >= level) above.pop();
  above.push(level);
  return above.length + 1;
}

const all = (content: readonly NodeJson[] | undefined, options: Drawing): string =>
  (content ?? []).map((node) => htmlOf(node, options)).join('');

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '');

const attribute = (name: string, value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? ` ${name}="${escapeHtml(String(value))}"` : '';

/** `dir="auto"` does not look into blocks that have a direction of their own: a list's is found here. */
const sideOf = (node: NodeJson): string => attribute('dir', directionOf(documentText(node as DocumentJson)));

function htmlOf(node: NodeJson, options: Drawing): string {
  const { type, attrs = {}, content } = node;
  const inside = () => all(content, options);
  switch (type) {
    case 'text':
      return (node.marks ?? []).reduceRight(wrap, escapeHtml(node.text ?? ''));
    case 'paragraph':
      return `<p dir="auto">${inside() || '<br>'}</p>`;
    case 'heading': {
      const level = Math.min(6, depthOf(Number(attrs['level']), options));
      return `<h${level} dir="auto">${inside()}</h${level}>`;
    }
    case 'bulletList':
      return `<ul${sideOf(node)}>${inside()}</ul>`;
    case 'orderedList':
      return `<ol${sideOf(node)}${attrs['start'] === 1 ? '' : attribute('start', attrs['start'])}>${inside()}</ol>`;
    case 'listItem':
      return itemHtml(node, options);
    case 'blockquote':
      return `<blockquote${sideOf(node)}>${inside()}</blockquote>`;
    case 'codeBlock':
      return `<pre dir="ltr" tabindex="0"><code>${inside()}</code></pre>`;
    case 'horizontalRule':
      return '<hr>';
    case 'table':
      return `<div data-table tabindex="0"><table${sideOf(node)}><tbody>${inside()}</tbody></table></div>`;
    case 'tableRow':
      return `<tr>${inside()}</tr>`;
    case 'tableCell':
      return `<td${cellAttributes(attrs)}>${cellHtml(node, options)}</td>`;
    case 'tableHeader':
      return `<th${cellAttributes(attrs)}>${cellHtml(node, options)}</th>`;
    case 'hardBreak':
      return '<br>';
    case 'image':
      return (node.marks ?? []).reduceRight(wrap, imageHtml(attrs, options, isLinked(node)));
    default:
      return '';
  }
}

const isLinked = ({ marks = [] }: NodeJson): boolean => marks.some(({ type }) => type === 'link');

function itemHtml({ attrs = {}, content }: NodeJson, options: Drawing): string {
  const checked = attrs['checked'];
  if (typeof checked !== 'boolean') return `<li>${all(content, options)}</li>`;
  const label = attribute('aria-label', checked ? options.done : options.open);
  const box = `<input type="checkbox" disabled${checked ? ' checked' : ''}${label}>`;
  return `<li data-task>${box}<div>${all(content, options)}</div></li>`;
}

const cellHtml = ({ content }: NodeJson, options: Drawing): string =>
  (content ?? []).map((paragraph) => all(paragraph.content, options)).join('<br>');

function cellAttributes(attrs: Record<string, unknown>): string {
  const span = (name: string) => (Number(attrs[name]) > 1 ? attribute(name, Number(attrs[name])) : '');
  return ` dir="auto"${span('colspan')}${span('rowspan')}${attribute('data-align', attrs['align'])}`;
}

function imageHtml(attrs: Record<string, unknown>, options: Drawing, isLinked: boolean): string {
  const source = String(attrs['src'] ?? '');
  const alt = String(attrs['alt'] ?? '');
  const title = attribute('title', attrs['title']);
  if (attachmentAt(source))
    return `<img src="${escapeHtml(source)}?show=picture" alt="${escapeHtml(alt)}"${title} loading="lazy">`;
  const words = escapeHtml(alt === '' ? options.pictureElsewhere : `${options.pictureElsewhere}: ${alt}`);
  if (isLinked || !isSafeLink(source)) return words;
  return `<a href="${escapeHtml(source)}" rel="noreferrer noopener"${title}>${words}</a>`;
}

const simple: Record<string, string> = { bold: 'strong', italic: 'em', strike: 's', code: 'code' };

/** Marks come outermost first. */
function wrap(inside: string, { type, attrs = {} }: MarkJson): string {
  const tag = simple[type];
  if (tag) return `<${tag}>${inside}</${tag}>`;
  const href = attrs['href'];
  if (type !== 'link' || typeof href !== 'string' || !isSafeLink(href)) return inside;
  return `<a href="${escapeHtml(href)}" rel="noreferrer noopener"${attribute('title', attrs['title'])}>${inside}</a>`;
}

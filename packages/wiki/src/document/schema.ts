import { type AttributeSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';
import { isSafeLink } from './addresses.ts';

const must = (isGood: (value: unknown) => boolean, what: string) => (value: unknown) => {
  if (!isGood(value)) throw new RangeError(`not ${what}`);
};
const isText = (most: number) => (value: unknown) => typeof value === 'string' && value.length <= most;
const isNumber = (least: number, most: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const orNull = (isGood: (value: unknown) => boolean) => (value: unknown) => value === null || isGood(value);

const text = (most: number): AttributeSpec => ({
  default: null,
  validate: must(orNull(isText(most)), 'a short text'),
});
const number = (fallback: number, least: number, most: number): AttributeSpec => ({
  default: fallback,
  validate: must(isNumber(least, most), 'a number in its bounds'),
});
const address: AttributeSpec = {
  default: null,
  validate: must((value) => isText(2000)(value) && isSafeLink(value as string), 'an address to follow'),
};
const oneOf = (...values: unknown[]): AttributeSpec => ({
  default: null,
  validate: must((value) => values.includes(value), 'one of the values there are'),
});

/** A cell is one paragraph, because a cell of a Markdown table is. Names of attributes are prosemirror-tables'. */
const cell: NodeSpec = {
  content: 'paragraph',
  isolating: true,
  attrs: {
    colspan: number(1, 1, 50),
    rowspan: number(1, 1, 500),
    colwidth: oneOf(null),
    align: oneOf(null, 'left', 'center', 'right'),
  },
};

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block' },
  heading: { content: 'inline*', group: 'block', defining: true, attrs: { level: number(1, 1, 6) } },
  bulletList: { content: 'listItem+', group: 'block list' },
  orderedList: { content: 'listItem+', group: 'block list', attrs: { start: number(1, 0, 999_999_999) } },
  /** `checked` makes it a task: true when done, false when not; null is an ordinary item. */
  listItem: { content: 'paragraph block*', defining: true, attrs: { checked: oneOf(null, true, false) } },
  blockquote: { content: 'block+', group: 'block', defining: true },
  /** `language` is all that stands behind Markdown's fence. */
  codeBlock: {
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    attrs: { language: text(100) },
  },
  horizontalRule: { group: 'block' },
  table: { content: 'tableRow+', group: 'block', isolating: true },
  tableRow: { content: '(tableCell | tableHeader)*' },
  tableCell: cell,
  tableHeader: cell,
  image: {
    inline: true,
    group: 'inline',
    draggable: true,
    attrs: { src: address, alt: text(1000), title: text(1000) },
  },
  hardBreak: { inline: true, group: 'inline', selectable: false },
  text: { group: 'inline' },
};

const marks: Record<string, MarkSpec> = {
  link: { inclusive: false, attrs: { href: address, title: text(1000) } },
  bold: {},
  italic: {},
  strike: {},
  /** Excludes nothing: Markdown has code in links and in bold. */
  code: { code: true, excludes: '' },
};

/**
 * What a page can hold. The one truth for the server, the editor (a test holds TipTap's against it), Markdown, and one
 * day Yjs, whose shared document maps onto the same names (ADR 0050).
 */
export const schema = new Schema({ nodes, marks });

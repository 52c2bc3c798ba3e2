import { isSafeLink } from './addresses.ts';
import { withoutEmptyEnd } from './empty-end.ts';
import { schema } from './schema.ts';
import type { DocumentJson, MarkJson, NodeJson } from './types.ts';

/** What one page may hold at most; a page of a book has about 3,000 characters. */
export const most = { depth: 40, nodes: 50_000, characters: 1_000_000 };

export type ReadDocument =
  | { ok: true; document: DocumentJson }
  | { ok: false; why: 'not-a-document' | 'too-large' };

/**
 * A document out of foreign hands: copied field by field, so that nothing unknown comes along, without links that lead
 * astray, and checked against the schema.
 */
export function readDocument(value: unknown): ReadDocument {
  const left = { nodes: most.nodes, characters: most.characters };
  try {
    const copy = copyNode(value, 0, left, false);
    if (copy?.type !== 'doc') return { ok: false, why: 'not-a-document' };
    copy.content = withoutEmptyEnd(copy.content);
    const node = schema.nodeFromJSON(copy);
    node.check();
    return { ok: true, document: node.toJSON() as DocumentJson };
  } catch (error) {
    if (error instanceof TooLarge) return { ok: false, why: 'too-large' };
    if (error instanceof RangeError) return { ok: false, why: 'not-a-document' };
    throw error;
  }
}

export class TooLarge extends Error {}

interface Left {
  nodes: number;
  characters: number;
}

function countDown(left: Left, text: string): void {
  left.characters -= text.length;
  if (left.characters < 0) throw new TooLarge();
}

function copyNode(value: unknown, depth: number, left: Left, isCode: boolean): NodeJson | null {
  left.nodes -= 1;
  if (depth > most.depth || left.nodes < 0) throw new TooLarge();
  const type = ownText(value, 'type');
  const spec = type !== null && Object.hasOwn(schema.nodes, type) ? schema.nodes[type] : undefined;
  if (!spec) throw new RangeError('no such node');
  const copy: NodeJson = { type: spec.name };
  if (spec.isText) {
    const text = plain(ownText(value, 'text') ?? '', isCode);
    if (text === '') return null;
    countDown(left, text);
    copy.text = text;
  }
  const attrs = copyAttributes(value, spec.spec.attrs, left);
  if (spec.name === 'image' && !leadsSomewhere(attrs?.['src'])) return altOf(attrs);
  if (attrs) copy.attrs = attrs;
  const content = ownList(value, 'content').flatMap(
    (inner) => copyNode(inner, depth + 1, left, spec.spec.code === true) ?? [],
  );
  const kept = spec.isTextblock && spec.spec.code !== true ? trimmed(content) : content;
  if (kept.length > 0) copy.content = kept;
  const marks = ownList(value, 'marks').flatMap((mark) => copyMark(mark, left) ?? []);
  if (marks.length > 0) copy.marks = marks;
  return copy;
}

/** White space at the ends of a block is seen by nobody and held by no Markdown. */
function trimmed(content: readonly NodeJson[]): NodeJson[] {
  const cut = (node: NodeJson | undefined, blank: RegExp): NodeJson[] | null => {
    if (node?.type !== 'text' || node.marks?.some(({ type }) => type === 'code')) return null;
    const text = (node.text ?? '').replace(blank, '');
    return text === node.text ? null : text === '' ? [] : [{ ...node, text }];
  };
  for (let kept = [...content]; ; ) {
    const start = cut(kept[0], /^[ \n]+/);
    if (start) kept = [...start, ...kept.slice(1)];
    const end = cut(kept.at(-1), /[ \n]+$/);
    if (end) kept = [...kept.slice(0, -1), ...end];
    if (!start && !end) return kept;
  }
}

const leadsSomewhere = (address: unknown): boolean => typeof address === 'string' && isSafeLink(address);

/** A picture from an address that is not to be asked leaves its words. */
const altOf = (attrs: Record<string, unknown> | undefined): NodeJson | null => {
  const alt = attrs?.['alt'];
  return typeof alt === 'string' && alt !== '' ? { type: 'text', text: plain(alt, false) } : null;
};

function copyMark(value: unknown, left: Left): MarkJson | null {
  const type = ownText(value, 'type');
  const spec = type !== null && Object.hasOwn(schema.marks, type) ? schema.marks[type] : undefined;
  if (!spec) throw new RangeError('no such mark');
  const attrs = copyAttributes(value, spec.spec.attrs, left);
  if (spec.name === 'link' && !leadsSomewhere(attrs?.['href'])) return null;
  return attrs ? { type: spec.name, attrs } : { type: spec.name };
}

/** Their characters count too, each time: one address may be the link of every word. */
function copyAttributes(
  value: unknown,
  known: object | undefined,
  left: Left,
): Record<string, unknown> | undefined {
  if (!known) return undefined;
  const given = own(value, 'attrs') ?? {};
  const entries = Object.keys(known).flatMap((name) => {
    const attribute = own(given, name);
    if (typeof attribute === 'string') countDown(left, attribute);
    return attribute === undefined ? [] : [[name, attribute] as const];
  });
  return Object.fromEntries(entries);
}

const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

const ownText = (value: unknown, name: string): string | null => {
  const text = own(value, name);
  return typeof text === 'string' ? text : null;
};

function ownList(value: unknown, name: string): unknown[] {
  const list = own(value, name) ?? [];
  if (!Array.isArray(list)) throw new RangeError('not a list');
  return list;
}

/** Outside code a line ends by a break of its own; other control characters are nobody's text. */
const plain = (text: string, isCode: boolean): string =>
  isCode
    ? text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')
    : text.replace(/[\r\n\t]+/g, ' ').replace(/\p{Cc}/gu, '');

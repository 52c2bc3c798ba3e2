import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { most, TooLarge } from '#document/read-document.ts';
import type { MarkJson, NodeJson } from '#document/types.ts';
import { asTitle } from '#title.ts';
import type { List, ListItem, PhrasingContent, RootContent, Table } from './mdast.ts';

export interface FromMarkdown {
  /** Not checked yet: `readDocument` takes it on. */
  document: NodeJson;
  /**
   * A first heading of level 1, null where there is none. It is part of the text as well only where a title cannot hold
   * all of it.
   */
  title: string | null;
  /** True where HTML was met: it stands in the page as the text it is. */
  hasHtml: boolean;
}

interface State {
  definitions: Map<string, { url: string; title: string | null }>;
  hasHtml: boolean;
  /** That tables may still have: a short row is filled up, so that few characters can be many cells. */
  cells: number;
}

/** Reads CommonMark with GitHub's tables, tasks, strikethrough and bare addresses. Throws TooLarge. */
export function readMarkdown(markdown: string): FromMarkdown {
  const tree = fromMarkdown(markdown, {
    extensions: [gfmAutolinkLiteral(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()],
    mdastExtensions: [
      // Without its second look, which makes links also of what was escaped so as to be none.
      { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] },
      gfmStrikethroughFromMarkdown(),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
    ],
  });
  const state: State = { definitions: new Map(), hasHtml: false, cells: most.nodes / 2 };
  findDefinitions(tree.children, state);
  const [first, ...others] = tree.children;
  const heading = first?.type === 'heading' && first.depth === 1 ? first.children : [];
  const title = asTitle(plainText(heading));
  const content = blocks(title !== '' && isAllIn(title, heading) ? others : tree.children, state);
  return {
    document: { type: 'doc', content: atLeastOne(content) },
    title: title === '' ? null : title,
    hasHtml: state.hasHtml,
  };
}

/** Longer headings, links and pictures go beyond a title; marks are what it does without. */
const isAllIn = (title: string, heading: readonly PhrasingContent[]): boolean =>
  plainText(heading).replace(/\n/g, ' ').trim() === title && isWords(heading);

const isWords = (nodes: readonly PhrasingContent[]): boolean =>
  nodes.every((node) =>
    ['strong', 'emphasis', 'delete'].includes(node.type) && 'children' in node
      ? isWords(node.children)
      : ['text', 'inlineCode', 'break'].includes(node.type),
  );

const isBreak = (html: string): boolean => /^<br\s*\/?>\s*$/i.test(html);
const emptyParagraph = (): NodeJson => ({ type: 'paragraph' });
const atLeastOne = (content: NodeJson[]): NodeJson[] => (content.length > 0 ? content : [emptyParagraph()]);

/** The first of a name counts (CommonMark 4.7). */
function findDefinitions(nodes: readonly RootContent[], state: State): void {
  for (const node of nodes) {
    if (node.type === 'definition' && !state.definitions.has(node.identifier))
      state.definitions.set(node.identifier, { url: node.url, title: node.title ?? null });
    if ('children' in node) findDefinitions(node.children as RootContent[], state);
  }
}

const blocks = (nodes: readonly RootContent[], state: State): NodeJson[] =>
  nodes.flatMap((node) => block(node, state));

function block(node: RootContent, state: State): NodeJson[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', content: inline(node.children, [], state) }];
    case 'heading':
      return [{ type: 'heading', attrs: { level: node.depth }, content: inline(node.children, [], state) }];
    case 'blockquote':
      return [{ type: 'blockquote', content: atLeastOne(blocks(node.children, state)) }];
    case 'code': {
      const language = [node.lang, node.meta].filter(Boolean).join(' ').slice(0, 100) || null;
      const content = node.value === '' ? [] : [{ type: 'text', text: node.value }];
      return [{ type: 'codeBlock', attrs: { language }, content }];
    }
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }];
    case 'list':
      return [list(node, state)];
    case 'table':
      return [table(node, state)];
    case 'html':
      return htmlBlock(node.value, state);
    default:
      return [];
  }
}

/** Comments are for nobody who reads; our own Markdown parts two lists by one. What stands between two of them is text. */
const isComment = (html: string): boolean => /^(?:<!--(?:(?!-->).)*-->\s*)+$/s.test(html);

function htmlBlock(value: string, state: State): NodeJson[] {
  if (isComment(value)) return [];
  if (isBreak(value)) return [{ type: 'paragraph', content: [{ type: 'hardBreak' }] }];
  state.hasHtml = true;
  const lines = value.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line.trim() }] }));
}

function list({ ordered, start, children }: List, state: State): NodeJson {
  const content = children.map((item) => listItem(item, state));
  return ordered
    ? { type: 'orderedList', attrs: { start: start ?? 1 }, content }
    : { type: 'bulletList', content };
}

/** An item begins with a paragraph, be it empty: that is where its words are typed. */
function listItem({ checked, children }: ListItem, state: State): NodeJson {
  const content = blocks(children, state);
  const [first] = content;
  const begun = first?.type === 'paragraph' ? content : [emptyParagraph(), ...content];
  const isTask = typeof checked === 'boolean';
  // A box needs a sign behind it in Markdown; alone it stands for nothing.
  if (isTask && begun[0]?.content?.every(({ text, marks }) => !marks && text?.trim() === ''))
    begun[0] = emptyParagraph();
  return { type: 'listItem', attrs: { checked: isTask ? checked : null }, content: begun };
}

function table({ align = [], children }: Table, state: State): NodeJson {
  const columns = children.reduce((widest, row) => Math.max(widest, row.children.length), 0);
  state.cells -= columns * children.length;
  if (state.cells < 0) throw new TooLarge();
  const content = children.map((row, index) => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, (_, column) => ({
      type: index === 0 ? 'tableHeader' : 'tableCell',
      attrs: { align: align?.[column] ?? null },
      content: [{ type: 'paragraph', content: inline(row.children[column]?.children ?? [], [], state) }],
    })),
  }));
  return { type: 'table', content };
}

const withMark = (marks: readonly MarkJson[], mark: MarkJson): MarkJson[] =>
  marks.some(({ type }) => type === mark.type) ? [...marks] : [...marks, mark];

function inline(nodes: readonly PhrasingContent[], marks: readonly MarkJson[], state: State): NodeJson[] {
  const marked = (node: NodeJson): NodeJson => (marks.length > 0 ? { ...node, marks: inOrder(marks) } : node);
  const text = (value: string): NodeJson[] => (value === '' ? [] : [marked({ type: 'text', text: value })]);
  return nodes.flatMap((node): NodeJson[] => {
    switch (node.type) {
      case 'text':
        return text(node.value.replace(/\n/g, ' '));
      case 'strong':
        return inline(node.children, withMark(marks, { type: 'bold' }), state);
      case 'emphasis':
        return inline(node.children, withMark(marks, { type: 'italic' }), state);
      case 'delete':
        return inline(node.children, withMark(marks, { type: 'strike' }), state);
      case 'inlineCode':
        return inline([{ type: 'text', value: node.value }], withMark(marks, { type: 'code' }), state);
      case 'break':
        return [marked({ type: 'hardBreak' })];
      case 'link':
        return inline(node.children, withMark(marks, link(node.url, node.title)), state);
      case 'linkReference': {
        const found = state.definitions.get(node.identifier);
        return inline(node.children, found ? withMark(marks, link(found.url, found.title)) : marks, state);
      }
      case 'image':
        return [marked(image(node.url, node.alt, node.title))];
      case 'imageReference': {
        const found = state.definitions.get(node.identifier);
        return found ? [marked(image(found.url, node.alt, found.title))] : text(node.alt ?? '');
      }
      case 'html':
        if (isBreak(node.value)) return [marked({ type: 'hardBreak' })];
        if (isComment(node.value)) return [];
        state.hasHtml = true;
        return text(node.value.replace(/\n/g, ' '));
      default:
        return [];
    }
  });
}

const link = (href: string, title: string | null | undefined): MarkJson => ({
  type: 'link',
  attrs: { href, title: title ?? null },
});
const image = (src: string, alt: string | null | undefined, title: string | null | undefined): NodeJson => ({
  type: 'image',
  attrs: { src, alt: alt || null, title: title ?? null },
});

const order = ['link', 'bold', 'italic', 'strike', 'code'];
const inOrder = (marks: readonly MarkJson[]): MarkJson[] =>
  [...marks].sort((one, other) => order.indexOf(one.type) - order.indexOf(other.type));

function plainText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node): string => {
      if ('value' in node) return node.value;
      if ('children' in node) return plainText(node.children);
      return 'alt' in node ? (node.alt ?? '') : ' ';
    })
    .join('');
}

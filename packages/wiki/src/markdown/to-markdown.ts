import { gfmAutolinkLiteralToMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers, type Handle, toMarkdown } from 'mdast-util-to-markdown';
import type { DocumentJson, NodeJson } from '#document/types.ts';
import type { BlockContent, ListItem, PhrasingContent, Root, Table, TableCell } from './mdast.ts';
import { phrasing } from './phrasing.ts';

/** What Markdown cannot hold, by name. */
export type Loss =
  /** Cells over several rows or columns: their text stands in the first, the others are empty. */
  | 'merged-cells'
  /** A heading cell that is not in the first row, or a first row of ordinary cells: the first row is the heading. */
  | 'heading-cells'
  /** Columns that are not aligned alike in every row: the first row's alignment is everyone's. */
  | 'cell-alignment'
  /** A backslash before a bar in the code of a cell: a table reads it as the bar alone. */
  | 'bar-in-code'
  /** Empty paragraphs that stand for white space. */
  | 'empty-paragraphs';

export interface ToMarkdown {
  markdown: string;
  losses: Loss[];
}

/** Writes a document as CommonMark with GitHub's tables, tasks and strikethrough. */
export function writeMarkdown(document: DocumentJson, title?: string): ToMarkdown {
  const losses = new Set<Loss>();
  const children = blocks(document.content, losses);
  if (title !== undefined && title !== '')
    children.unshift({ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] });
  const root: Root = { type: 'root', children };
  const markdown = toMarkdown(root, {
    bullet: '-',
    bulletOther: '*',
    rule: '-',
    emphasis: '*',
    fences: true,
    handlers: { text: writeText },
    incrementListMarker: true,
    listItemIndent: 'one',
    extensions: [
      gfmAutolinkLiteralToMarkdown(),
      gfmStrikethroughToMarkdown(),
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmTaskListItemToMarkdown(),
    ],
  });
  return { markdown, losses: [...losses].sort() };
}

/** The library leaves the sign in snake_case bare. Beside marked text it may find a partner there. */
const writeText: Handle = (node, parent, state, info) => {
  const written = defaultHandlers.text(node, parent, state, info);
  const isAlone =
    parent?.children.length === 1 && !['strong', 'emphasis', 'delete', 'link'].includes(parent.type);
  return isAlone ? written : written.replace(/(?<!\\)_/g, '\\_');
};

const blocks = (nodes: readonly NodeJson[] | undefined, losses: Set<Loss>): BlockContent[] =>
  (nodes ?? []).flatMap((node) => block(node, losses));

function block(node: NodeJson, losses: Set<Loss>): BlockContent[] {
  const { type, attrs = {}, content = [] } = node;
  switch (type) {
    case 'paragraph':
      if (content.length > 0) return [{ type: 'paragraph', children: phrasing(content) }];
      losses.add('empty-paragraphs');
      return [];
    case 'heading':
      return [
        {
          type: 'heading',
          depth: Number(attrs['level']) as 1,
          children: phrasing(content, { inLine: true }),
        },
      ];
    case 'blockquote':
      return [{ type: 'blockquote', children: quoted(content, losses) }];
    case 'codeBlock':
      return [code(attrs['language'], content)];
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }];
    case 'bulletList':
    case 'orderedList': {
      const ordered = type === 'orderedList';
      const children = content.map((item) => listItem(item, losses));
      return [
        {
          type: 'list',
          ordered,
          ...(ordered ? { start: Number(attrs['start']) } : {}),
          spread: false,
          children,
        },
      ];
    }
    case 'table':
      return [table(content, losses)];
    default:
      return [];
  }
}

/** A quote that holds nothing but an empty line is a quote all the same. */
const quoted = (content: NodeJson[], losses: Set<Loss>): BlockContent[] =>
  content.length === 1 && isEmpty(content[0]) ? [] : blocks(content, losses);

const isEmpty = (node: NodeJson | undefined): boolean =>
  node?.type === 'paragraph' && (node.content ?? []).length === 0;

function code(language: unknown, content: NodeJson[]): BlockContent {
  const value = content.map(({ text }) => text ?? '').join('');
  const [, lang, meta] = /^(\S+)(?:\s+(.*))?$/s.exec(typeof language === 'string' ? language : '') ?? [];
  return { type: 'code', value, ...(lang ? { lang } : {}), ...(meta ? { meta } : {}) };
}

/** The empty paragraph that begins an item is not written where something follows it: reading puts it back. */
function listItem({ attrs = {}, content = [] }: NodeJson, losses: Set<Loss>): ListItem {
  const checked = typeof attrs['checked'] === 'boolean' ? attrs['checked'] : null;
  const [first, ...others] = content;
  const box: BlockContent[] = checked === null ? [] : [{ type: 'paragraph', children: [] }];
  if (isEmpty(first) && checked === null && others[0]?.type === 'paragraph') losses.add('empty-paragraphs');
  const children = isEmpty(first) ? [...box, ...blocks(others, losses)] : blocks(content, losses);
  return { type: 'listItem', spread: !isTight(children), checked, children };
}

/** Text and a list below it need no empty line between them; anything else might run into its neighbour. */
const isTight = ([first, second, ...more]: BlockContent[]): boolean =>
  more.length === 0 && (second === undefined || (second.type === 'list' && !isBreakAlone(first)));

/** A line of HTML goes on until an empty one. */
const isBreakAlone = (block: BlockContent | undefined): boolean =>
  block?.type === 'paragraph' && block.children[0]?.type === 'html';

function table(rows: NodeJson[], losses: Set<Loss>): Table {
  const cells = rows.map(({ content = [] }) => content);
  const [heading = []] = cells;
  const align = heading.map(({ attrs }) => (attrs?.['align'] ?? null) as 'left' | null);
  for (const [index, row] of cells.entries()) {
    for (const [column, { type, attrs = {}, content = [] }] of row.entries()) {
      if (content.some(hasEscapedBar)) losses.add('bar-in-code');
      if (Number(attrs['colspan']) > 1 || Number(attrs['rowspan']) > 1) losses.add('merged-cells');
      if ((type === 'tableHeader') !== (index === 0)) losses.add('heading-cells');
      if ((attrs['align'] ?? null) !== (align[column] ?? null)) losses.add('cell-alignment');
    }
  }
  return {
    type: 'table',
    align,
    children: cells.map((row) => ({ type: 'tableRow', children: row.flatMap(spread) })),
  };
}

const hasEscapedBar = ({ content = [] }: NodeJson): boolean =>
  content.some(({ text, marks }) => text?.includes('\\|') && marks?.some(({ type }) => type === 'code'));

/** A cell over several columns is followed by empty ones, so that those behind it keep their column. */
function spread({ attrs = {}, content = [] }: NodeJson): TableCell[] {
  const inside: PhrasingContent[] = content.flatMap((paragraph) =>
    phrasing(paragraph.content ?? [], { inLine: true }),
  );
  const empty = Array.from(
    { length: Math.max(0, Number(attrs['colspan'] ?? 1) - 1) },
    (): TableCell => ({ type: 'tableCell', children: [] }),
  );
  return [{ type: 'tableCell', children: inside }, ...empty];
}

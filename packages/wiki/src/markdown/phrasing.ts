import type { MarkJson, NodeJson } from '#document/types.ts';
import type { PhrasingContent } from './mdast.ts';

interface Options {
  /** Where a line cannot end, as in a cell or a heading, a break is HTML's, which GitHub and we read. */
  inLine?: boolean;
}

/** The words of a block. A backslash at the very end of one would be no break: the last one is HTML's. */
export function phrasing(content: readonly NodeJson[], options: Options = {}): PhrasingContent[] {
  const isLast = content.at(-1)?.type === 'hardBreak';
  if (!isLast || options.inLine) return nested(content, options);
  return [...nested(content.slice(0, -1), options), { type: 'html', value: '<br>' }];
}

/** Marked text as Markdown nests it: whatever mark lasts longest is outermost. */
function nested(nodes: readonly NodeJson[], options: Options): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  for (let at = 0; at < nodes.length; ) {
    const { mark, length } = longest(nodes, at);
    const run = nodes.slice(at, at + length);
    if (mark) found.push(...marked(mark, run, options));
    else found.push(...run.map((node) => leaf(node, options)));
    at += length;
  }
  return joined(found);
}

/** Code is innermost always: in Markdown nothing stands inside it. */
function longest(nodes: readonly NodeJson[], at: number): { mark: MarkJson | null; length: number } {
  let best: { mark: MarkJson | null; length: number } = { mark: null, length: 1 };
  for (const mark of nodes[at]?.marks ?? []) {
    if (mark.type === 'code') continue;
    let length = 1;
    while (at + length < nodes.length && hasMark(nodes[at + length], mark)) length += 1;
    if (best.mark === null || length > best.length) best = { mark, length };
  }
  return best;
}

const hasMark = (node: NodeJson | undefined, wanted: MarkJson): boolean =>
  (node?.marks ?? []).some((mark) => isSame(mark, wanted));

const isSame = (one: MarkJson, other: MarkJson): boolean =>
  one.type === other.type &&
  one.attrs?.['href'] === other.attrs?.['href'] &&
  (one.attrs?.['title'] ?? null) === (other.attrs?.['title'] ?? null);

function marked(mark: MarkJson, run: readonly NodeJson[], options: Options): PhrasingContent[] {
  const without = run.map((node) => ({
    ...node,
    marks: (node.marks ?? []).filter((one) => !isSame(one, mark)),
  }));
  const children = nested(without, options);
  switch (mark.type) {
    case 'bold':
      return [{ type: 'strong', children }];
    case 'italic':
      return [{ type: 'emphasis', children }];
    case 'strike':
      return [{ type: 'delete', children }];
    case 'link': {
      const { href, title } = mark.attrs ?? {};
      return [
        {
          type: 'link',
          url: String(href),
          title: typeof title === 'string' ? title : null,
          children: children as never,
        },
      ];
    }
    default:
      return children;
  }
}

function leaf({ type, text = '', attrs = {}, marks = [] }: NodeJson, { inLine }: Options): PhrasingContent {
  if (type === 'hardBreak') return inLine ? { type: 'html', value: '<br>' } : { type: 'break' };
  if (type === 'image') {
    const { src, alt, title } = attrs;
    return {
      type: 'image',
      url: String(src),
      alt: typeof alt === 'string' ? alt : '',
      title: typeof title === 'string' ? title : null,
    };
  }
  const isCode = marks.some((mark) => mark.type === 'code');
  return isCode ? { type: 'inlineCode', value: text } : { type: 'text', value: text };
}

/** Neighbours of one kind are one: Markdown could not tell where the first ends. */
function joined(nodes: PhrasingContent[]): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = found.at(-1);
    if ((node.type === 'text' || node.type === 'inlineCode') && last?.type === node.type)
      found[found.length - 1] = { ...last, value: last.value + node.value };
    else found.push(node);
  }
  return found;
}

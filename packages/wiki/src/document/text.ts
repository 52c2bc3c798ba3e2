import type { DocumentJson, NodeJson } from './types.ts';

const lines = new Set(['paragraph', 'heading', 'codeBlock']);

/** The words of a document, a line for each paragraph, heading, list item, cell and line of code. */
export function documentText(document: DocumentJson): string {
  const found: string[] = [];
  collect(document, found);
  return found.join('\n');
}

function collect(node: NodeJson, found: string[]): void {
  if (lines.has(node.type)) found.push(inlineText(node.content ?? []));
  else for (const inner of node.content ?? []) collect(inner, found);
}

export const inlineText = (content: readonly NodeJson[]): string =>
  content
    .map(({ type, text, attrs }) => {
      if (type === 'hardBreak') return '\n';
      return type === 'image' ? String(attrs?.['alt'] ?? '') : (text ?? '');
    })
    .join('');

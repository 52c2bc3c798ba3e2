import { inlineText } from './text.ts';
import type { DocumentJson, NodeJson } from './types.ts';

/** A document to be compared by eye: its words, with what tells a list, a task and a row of a table from a paragraph. */
export const documentLines = (document: DocumentJson): string =>
  (document.content ?? []).map((node) => linesOf(node).join('\n')).join('\n\n');

function linesOf(node: NodeJson): string[] {
  const { type, attrs = {}, content = [] } = node;
  switch (type) {
    case 'paragraph':
    case 'heading':
    case 'codeBlock':
      return inlineText(content).split('\n');
    case 'bulletList':
      return content.flatMap((item) => marked(boxOf(item) ?? '•', item));
    case 'orderedList':
      return content.flatMap((item, index) => marked(`${Number(attrs['start']) + index}.`, item));
    case 'blockquote':
      return marked('>', node);
    case 'tableRow':
      return [content.map((cell) => linesOf(cell).join(' ')).join(' | ')];
    case 'horizontalRule':
      return ['---'];
    default:
      return content.flatMap(linesOf);
  }
}

function boxOf({ attrs = {} }: NodeJson): string | null {
  const checked = attrs['checked'];
  return typeof checked === 'boolean' ? (checked ? '☑' : '☐') : null;
}

/** The mark before the first line, the others below the first one's words. */
function marked(mark: string, { content = [] }: NodeJson): string[] {
  const blank = ' '.repeat(mark.length);
  return content.flatMap(linesOf).map((line, index) => `${index === 0 ? mark : blank} ${line}`);
}

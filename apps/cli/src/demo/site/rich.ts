type Node = Record<string, unknown>;

const text = (words: string, format = 0): Node => ({
  type: 'text',
  version: 1,
  text: words,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
});

const bold = 1;
const spans = (words: string): Node[] =>
  words.split(/\*\*(.+?)\*\*/).flatMap((part, index) => (part ? [text(part, index % 2 ? bold : 0)] : []));

/** What the site's editor would have kept of these lines: "## " is a heading, "- " an item, "> " a quotation. */
export function rich(words: string, direction: 'ltr' | 'rtl'): Node {
  const shell = { version: 1, direction, format: '', indent: 0 };
  const children: Node[] = [];
  for (const line of words.trim().split('\n')) {
    const content = line.trim();
    if (!content) continue;
    if (content.startsWith('- ')) {
      const item = { ...shell, type: 'listitem', value: 1, children: spans(content.slice(2)) };
      const last = children.at(-1);
      if (last?.['type'] === 'list') (last['children'] as Node[]).push(item);
      else
        children.push({ ...shell, type: 'list', listType: 'bullet', tag: 'ul', start: 1, children: [item] });
    } else if (content.startsWith('## ')) {
      children.push({ ...shell, type: 'heading', tag: 'h2', children: spans(content.slice(3)) });
    } else if (content.startsWith('> ')) {
      children.push({ ...shell, type: 'quote', children: spans(content.slice(2)) });
    } else {
      children.push({ ...shell, type: 'paragraph', textFormat: 0, children: spans(content) });
    }
  }
  return { root: { ...shell, type: 'root', children } };
}

import type { Editor } from '@tiptap/core';
import type { WikiTextKey } from '../texts/en.ts';

export interface Tool {
  /** Its name in the texts: "tool.table". */
  name: Extract<WikiTextKey, `tool.${string}`>;
  run(editor: Editor): void;
  /** Whether the selection is of that kind. */
  isOn?(editor: Editor): boolean;
  /** Keys, as `aria-keyshortcuts` spells them. */
  keys?: string;
}

const chain = (editor: Editor) => editor.chain().focus();
const heading = (level: 1 | 2 | 3): Tool => ({
  name: `tool.heading-${level}`,
  run: (editor) => chain(editor).toggleHeading({ level }).run(),
  isOn: (editor) => editor.isActive('heading', { level }),
  keys: `Control+Alt+${level}`,
});

/** How words are set. */
export const marks: Tool[] = [
  {
    name: 'tool.bold',
    run: (editor) => chain(editor).toggleBold().run(),
    isOn: (editor) => editor.isActive('bold'),
    keys: 'Control+B',
  },
  {
    name: 'tool.italic',
    run: (editor) => chain(editor).toggleItalic().run(),
    isOn: (editor) => editor.isActive('italic'),
    keys: 'Control+I',
  },
  {
    name: 'tool.strike',
    run: (editor) => chain(editor).toggleStrike().run(),
    isOn: (editor) => editor.isActive('strike'),
  },
  {
    name: 'tool.code',
    run: (editor) => chain(editor).toggleCode().run(),
    isOn: (editor) => editor.isActive('code'),
    keys: 'Control+E',
  },
];

const isTask = (editor: Editor): boolean =>
  editor.isActive('listItem') && typeof editor.getAttributes('listItem')['checked'] === 'boolean';

/** What can be put in; the menu behind "/" and the row of tools both offer it. */
export const blocks: Tool[] = [
  heading(1),
  heading(2),
  heading(3),
  {
    name: 'tool.bullets',
    run: (editor) => toggleList(editor, false),
    isOn: (editor) => editor.isActive('bulletList') && !isTask(editor),
  },
  {
    name: 'tool.numbers',
    run: (editor) => chain(editor).toggleOrderedList().run(),
    isOn: (editor) => editor.isActive('orderedList'),
  },
  { name: 'tool.tasks', run: (editor) => toggleList(editor, true), isOn: isTask },
  {
    name: 'tool.table',
    run: (editor) => chain(editor).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    isOn: (editor) => editor.isActive('table'),
  },
  {
    name: 'tool.quote',
    run: (editor) => chain(editor).toggleBlockquote().run(),
    isOn: (editor) => editor.isActive('blockquote'),
  },
  {
    name: 'tool.code-block',
    run: (editor) => chain(editor).toggleCodeBlock().run(),
    isOn: (editor) => editor.isActive('codeBlock'),
  },
  { name: 'tool.line', run: (editor) => chain(editor).setHorizontalRule().run() },
];

/** A list with boxes and one without are one kind of list: only the items differ. */
function toggleList(editor: Editor, wantsTasks: boolean): void {
  const isList = editor.isActive('bulletList') || editor.isActive('orderedList');
  if (isList && isTask(editor) === wantsTasks) {
    chain(editor).liftListItem('listItem').run();
    return;
  }
  const begun = isList ? chain(editor) : chain(editor).toggleBulletList();
  begun
    .command(({ tr, state }) => {
      tr.doc.nodesBetween(tr.selection.from, tr.selection.to, (node, at) => {
        if (node.type === state.schema.nodes['listItem'])
          tr.setNodeAttribute(at, 'checked', wantsTasks ? false : null);
      });
      return true;
    })
    .run();
}

/** What can be done where the selection is in a table. */
export const tableTools: Tool[] = [
  { name: 'tool.row-after', run: (editor) => chain(editor).addRowAfter().run() },
  { name: 'tool.column-after', run: (editor) => chain(editor).addColumnAfter().run() },
  { name: 'tool.row-delete', run: (editor) => chain(editor).deleteRow().run() },
  { name: 'tool.column-delete', run: (editor) => chain(editor).deleteColumn().run() },
  { name: 'tool.table-delete', run: (editor) => chain(editor).deleteTable().run() },
];

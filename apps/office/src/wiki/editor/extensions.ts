import { isSafeLink } from '@kontor/wiki/document';
import { type AnyExtension, Extension } from '@tiptap/core';
import { Code } from '@tiptap/extension-code';
import { Image } from '@tiptap/extension-image';
import { Link } from '@tiptap/extension-link';
import { OrderedList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { Item } from './item.ts';
import { Sides } from './sides.ts';

/** A cell is one paragraph: Enter makes a new line in it. */
const CellBreak = Extension.create({
  name: 'cellBreak',
  priority: 1000,
  addKeyboardShortcuts: () => ({
    Enter: ({ editor }) =>
      (editor.isActive('tableCell') || editor.isActive('tableHeader')) && editor.commands.setHardBreak(),
  }),
});

/** TipTap's own, with exactly the nodes, marks and attributes of the wiki's schema: a test holds the two together. */
export const documentExtensions = (): AnyExtension[] => [
  StarterKit.configure({
    code: false,
    link: false,
    listItem: false,
    orderedList: false,
    underline: false,
    codeBlock: { exitOnTripleEnter: true },
  }),
  OrderedList.extend({ addAttributes: () => ({ start: { default: 1, parseHTML: startOf } }) }),
  Item,
  Link.extend({
    addAttributes: () => ({ href: { default: null }, title: { default: null } }),
  }).configure({
    openOnClick: false,
    isAllowedUri: (address) => isSafeLink(address),
    HTMLAttributes: { rel: 'noreferrer noopener', target: null },
  }),
  // After the others, as it is innermost, and beside them: Markdown has code in links and in bold.
  Code.extend({ excludes: '', priority: 50 }),
  Table.configure({ resizable: false }),
  TableRow,
  TableCell.extend({ content: 'paragraph' }),
  TableHeader.extend({ content: 'paragraph' }),
  Image.extend({
    addAttributes: () => ({ src: { default: null }, alt: { default: null }, title: { default: null } }),
  }).configure({ inline: true }),
  CellBreak,
  Sides,
];

const startOf = (element: HTMLElement): number =>
  Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1;

import { directionOf } from '@kontor/wiki/document';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const byWords = new Set(['bulletList', 'orderedList', 'blockquote', 'table']);
const byItself = new Set(['paragraph', 'heading', 'tableCell', 'tableHeader']);

/** Each block stands on the side that its first letter asks for, as on the page that is read. */
export const Sides = Extension.create({
  name: 'sides',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: new PluginKey('sides'),
      state: {
        init: (_config, { doc }) => sidesOf(doc),
        apply: (transaction, before) => (transaction.docChanged ? sidesOf(transaction.doc) : before),
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
    }),
  ],
});

function sidesOf(doc: Node): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, at) => {
    const dir = byItself.has(node.type.name)
      ? 'auto'
      : byWords.has(node.type.name)
        ? directionOf(node.textContent)
        : node.type.name === 'codeBlock'
          ? 'ltr'
          : null;
    if (dir) found.push(Decoration.node(at, at + node.nodeSize, { dir }));
  });
  return DecorationSet.create(doc, found);
}

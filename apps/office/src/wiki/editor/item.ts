import { InputRule } from '@tiptap/core';
import { ListItem } from '@tiptap/extension-list';

const checkedOf = (element: HTMLElement): boolean | null => {
  const box = element.querySelector<HTMLInputElement>(':scope > input[type="checkbox"]');
  return box ? box.checked : null;
};

/** An item of any list. With a box it is a task: `[ ] ` at its beginning makes one, as in Markdown. */
export const Item = ListItem.extend<{ HTMLAttributes: Record<string, unknown>; done: string; open: string }>({
  addOptions() {
    return {
      HTMLAttributes: {},
      bulletListTypeName: 'bulletList',
      orderedListTypeName: 'orderedList',
      done: '',
      open: '',
    };
  },
  addAttributes: () => ({ checked: { default: null, parseHTML: checkedOf, rendered: false } }),
  addNodeView() {
    return ({ node, getPos, editor }) => {
      const item = document.createElement('li');
      const content = document.createElement('div');
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.contentEditable = 'false';
      box.addEventListener('change', () => {
        const at = getPos();
        if (at !== undefined)
          editor.view.dispatch(editor.state.tr.setNodeAttribute(at, 'checked', box.checked));
      });
      item.append(content);
      const draw = (checked: unknown) => {
        const isTask = typeof checked === 'boolean';
        item.toggleAttribute('data-task', isTask);
        box.checked = checked === true;
        box.setAttribute('aria-label', checked === true ? this.options.done : this.options.open);
        if (isTask && !box.isConnected) item.prepend(box);
        if (!isTask) box.remove();
      };
      draw(node.attrs['checked']);
      return {
        dom: item,
        contentDOM: content,
        ignoreMutation: ({ target }) => target === box || target === item,
        stopEvent: ({ target }) => target === box,
        update: (next) => {
          if (next.type !== node.type) return false;
          draw(next.attrs['checked']);
          return true;
        },
      };
    };
  },
  addKeyboardShortcuts() {
    return {
      // The next item of a task list is a task, and not done.
      Enter: () => {
        const { checked } = this.editor.getAttributes(this.name);
        return this.editor.commands.splitListItem(this.name, {
          checked: typeof checked === 'boolean' ? false : null,
        });
      },
      Tab: () => this.editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    };
  },
  addInputRules() {
    return [
      new InputRule({
        find: /^\[( |x|X)?\]\s$/,
        handler: ({ state, range, match }) => {
          const { $from } = state.selection;
          if ($from.node(-1)?.type !== this.type || $from.index(-1) !== 0) return null;
          state.tr
            .delete(range.from, range.to)
            .setNodeAttribute($from.before(-1), 'checked', /x/i.test(match[1] ?? ''));
          return undefined;
        },
      }),
    ];
  },
});

import { type Editor, Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion } from '@tiptap/suggestion';
import type { Speak } from '../texts/speak.ts';
import { blocks, type Tool } from './tools.ts';

/** The menu that "/" opens. */
export interface SlashMenu {
  tools: Tool[];
  index: number;
  /** Where the "/" stands on the screen. */
  place: DOMRect | null;
  choose(tool: Tool): void;
}

interface Options {
  say: Speak;
  /** Tools that need more than the editor, such as a file. */
  more: Tool[];
  show(menu: SlashMenu | null): void;
}

/** "/" at the beginning of a word offers what can be put in, and finds it by what is typed behind it. */
export const slash = ({ say, more, show }: Options) =>
  Extension.create({
    name: 'slash',
    // Its keys before those of lists and cells.
    priority: 1100,
    addProseMirrorPlugins() {
      return [
        Suggestion<Tool, Tool>({
          pluginKey: new PluginKey('slash'),
          editor: this.editor,
          char: '/',
          allow: ({ editor }) => !editor.isActive('codeBlock') && !editor.isActive('code'),
          items: ({ query }) => [...blocks, ...more].filter(({ name }) => isCalled(say(name), query)),
          command: ({ editor, range, props: tool }) => put(editor, range, tool),
          render: () => menu(show),
        }),
      ];
    },
  });

const isCalled = (name: string, query: string): boolean => name.toLowerCase().includes(query.toLowerCase());

function put(editor: Editor, range: { from: number; to: number }, tool: Tool): void {
  editor.chain().focus().deleteRange(range).run();
  tool.run(editor);
}

function menu(show: (menu: SlashMenu | null) => void) {
  let shown: SlashMenu | null = null;
  const draw = (next: SlashMenu | null) => {
    shown = next;
    show(next);
  };
  const from = (props: {
    items: Tool[];
    command(tool: Tool): void;
    clientRect?: (() => DOMRect | null) | null;
  }) => ({
    tools: props.items,
    index: 0,
    place: props.clientRect?.() ?? null,
    choose: props.command,
  });
  return {
    onStart: (props: Parameters<typeof from>[0]) => draw(from(props)),
    onUpdate: (props: Parameters<typeof from>[0]) => draw(from(props)),
    onExit: () => draw(null),
    onKeyDown({ event }: { event: KeyboardEvent }): boolean {
      if (!shown || shown.tools.length === 0) return false;
      const { tools, index, choose } = shown;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) {
        draw({ ...shown, index: (index + step + tools.length) % tools.length });
        return true;
      }
      const tool = tools[index];
      if ((event.key !== 'Enter' && event.key !== 'Tab') || !tool) return false;
      choose(tool);
      return true;
    },
  };
}

'use client';
import type { Editor } from '@tiptap/core';
import {
  Bold,
  Code,
  Heading1,
  Heading2,
  Heading3,
  Italic,
  Link2,
  List,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  Minus,
  Paperclip,
  Redo2,
  SquareCode,
  Strikethrough,
  Table,
  TextQuote,
  Undo2,
} from 'lucide-react';
import type { Speak } from '../texts/speak.ts';
import styles from './editor.module.css';
import { blocks, marks, type Tool, tableTools } from './tools.ts';

const icons: Record<string, LucideIcon> = {
  'tool.bold': Bold,
  'tool.italic': Italic,
  'tool.strike': Strikethrough,
  'tool.code': Code,
  'tool.link': Link2,
  'tool.heading-1': Heading1,
  'tool.heading-2': Heading2,
  'tool.heading-3': Heading3,
  'tool.bullets': List,
  'tool.numbers': ListOrdered,
  'tool.tasks': ListTodo,
  'tool.table': Table,
  'tool.quote': TextQuote,
  'tool.code-block': SquareCode,
  'tool.line': Minus,
  'tool.picture': Paperclip,
  'tool.undo': Undo2,
  'tool.redo': Redo2,
};

interface Props {
  editor: Editor;
  say: Speak;
  /** The link and the file, which ask for something first. */
  link: Tool;
  file: Tool;
}

const undo: Tool = { name: 'tool.undo', run: (editor) => editor.chain().focus().undo().run() };
const redo: Tool = { name: 'tool.redo', run: (editor) => editor.chain().focus().redo().run() };

/** What "/" and the keys can do, for fingers and for who looks for it. */
export function ToolRow({ editor, say, link, file }: Props) {
  const isInTable = editor.isActive('table');
  const show = (tool: Tool) => {
    const Icon = icons[tool.name];
    return (
      <button
        key={tool.name}
        type="button"
        className={Icon ? styles.tool : styles.named}
        title={say(tool.name)}
        aria-label={Icon ? say(tool.name) : undefined}
        aria-pressed={tool.isOn ? tool.isOn(editor) : undefined}
        aria-keyshortcuts={tool.keys}
        // The text keeps its selection.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => tool.run(editor)}
      >
        {Icon ? <Icon size={16} aria-hidden /> : say(tool.name)}
      </button>
    );
  };
  return (
    <div role="toolbar" aria-label={say('edit.tools')} className={styles.tools}>
      {[...marks, link].map(show)}
      <span className={styles.gap} />
      {[...blocks, file].map(show)}
      <span className={styles.gap} />
      {[undo, redo].map(show)}
      {isInTable ? <div className={styles.more}>{tableTools.map(show)}</div> : null}
    </div>
  );
}

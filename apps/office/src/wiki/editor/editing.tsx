'use client';
import { attachmentAddress, type DocumentJson } from '@kontor/wiki/document';
import { Editor, Extension } from '@tiptap/core';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { upload } from '../client/wiki-calls.ts';
import prose from '../screens/prose.module.css';
import type { Speak } from '../texts/speak.ts';
import styles from './editor.module.css';
import { documentExtensions } from './extensions.ts';
import { Item } from './item.ts';
import { LinkForm } from './link-form.tsx';
import { type SlashMenu, slash } from './slash.ts';
import { SlashList } from './slash-list.tsx';
import { ToolRow } from './tool-row.tsx';
import type { Tool } from './tools.ts';

interface Props {
  page: string;
  say: Speak;
  document: DocumentJson;
  onChange(document: DocumentJson): void;
  /** A file is on its way, or could not come. */
  onUpload(state: 'going' | 'done' | Error): void;
  /** Escape, where nothing in the text is open that it would close. */
  onEscape(): void;
}

/** The editor itself; this file and all it needs is loaded only when somebody edits. */
export default function Editing({ page, say, document: given, onChange, onUpload, onEscape }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [menu, setMenu] = useState<SlashMenu | null>(null);
  const [asksLink, setAsksLink] = useState(false);
  const [, drawAnew] = useReducer((count: number) => count + 1, 0);
  const heard = useRef({ onChange, onUpload, onEscape });
  heard.current = { onChange, onUpload, onEscape };
  const file: Tool = useMemo(() => ({ name: 'tool.picture', run: () => files.current?.click() }), []);
  const link: Tool = useMemo(
    () => ({
      name: 'tool.link',
      run: () => setAsksLink(true),
      isOn: (one) => one.isActive('link'),
    }),
    [],
  );

  // Made once for the page that is open; what it was given is what it begins with.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!place.current) return;
    const put = (those: readonly File[]) => void attach(made, page, those, heard.current.onUpload);
    const made = new Editor({
      element: place.current,
      // Its style element would have no nonce of this answer: the same rules stand in editor.module.css.
      injectCSS: false,
      content: given,
      extensions: [
        ...documentExtensions().map((one) =>
          one.name === Item.name ? Item.configure({ done: say('page.done'), open: say('page.open') }) : one,
        ),
        slash({ say, more: [file], show: setMenu }),
        leaving(() => heard.current.onEscape()),
      ],
      editorProps: {
        attributes: {
          class: `${prose.prose} ${styles.text}`,
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': say('edit.text'),
        },
        handlePaste: (_view, event) => takeFiles(event.clipboardData, put),
        handleDrop: (_view, event, _slice, isMove) => !isMove && takeFiles(event.dataTransfer, put),
      },
      onUpdate: () => heard.current.onChange(made.getJSON() as DocumentJson),
      onTransaction: drawAnew,
    });
    setEditor(made);
    return () => made.destroy();
  }, []);

  const chosen = menu?.tools[menu.index];
  useEffect(() => {
    const text = editor?.view.dom;
    text?.toggleAttribute('aria-controls', false);
    if (menu && chosen) {
      text?.setAttribute('aria-controls', 'slash-menu');
      text?.setAttribute('aria-activedescendant', `slash-${chosen.name}`);
    } else text?.removeAttribute('aria-activedescendant');
  }, [editor, menu, chosen]);

  return (
    <div className={styles.editing}>
      {editor ? <ToolRow {...{ editor, say, link, file }} /> : null}
      {editor && asksLink ? <LinkForm {...{ editor, say, onClose: () => setAsksLink(false) }} /> : null}
      <div ref={place} className={styles.place} data-empty={editor?.isEmpty ? say('edit.hint') : undefined} />
      {menu ? <SlashList menu={menu} say={say} /> : null}
      <input
        ref={files}
        type="file"
        hidden
        multiple
        onChange={(event) => {
          if (editor) void attach(editor, page, [...(event.target.files ?? [])], onUpload);
          event.target.value = '';
        }}
      />
    </div>
  );
}

function takeFiles(data: DataTransfer | null, put: (files: readonly File[]) => void): boolean {
  const files = [...(data?.files ?? [])];
  // A copied table of a spreadsheet comes as a picture as well: its words are meant.
  if (files.length === 0 || data?.types.includes('text/html')) return false;
  put(files);
  return true;
}

/** Hangs files on the page; a picture is shown where the cursor is, anything else is linked there. */
async function attach(
  editor: Editor,
  page: string,
  files: readonly File[],
  tell: Props['onUpload'],
): Promise<void> {
  for (const file of files) {
    tell('going');
    try {
      const { id, filename } = await upload(page, file);
      const address = attachmentAddress(id);
      const isPicture = /^image\/(png|jpeg|gif|webp|avif)$/.test(file.type);
      const node = isPicture
        ? { type: 'image', attrs: { src: address, alt: filename.replace(/\.[^.]*$/, '') } }
        : { type: 'text', text: filename, marks: [{ type: 'link', attrs: { href: address } }] };
      editor.chain().focus().insertContent(node).run();
      tell('done');
    } catch (error) {
      tell(error as Error);
    }
  }
}

/** The editor would choose the block around the cursor. Menus come before it and keep the key for themselves. */
const leaving = (leave: () => void) =>
  Extension.create({
    name: 'escape',
    priority: 1000,
    addKeyboardShortcuts: () => ({
      Escape: () => {
        leave();
        return true;
      },
    }),
  });

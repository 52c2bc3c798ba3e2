'use client';
import { isSafeLink } from '@kontor/wiki/document';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import type { Speak } from '../texts/speak.ts';
import styles from './editor.module.css';

/** Where a link leads. */
export function LinkForm({ editor, say, onClose }: { editor: Editor; say: Speak; onClose: () => void }) {
  const present = String(editor.getAttributes('link')['href'] ?? '');
  const [address, setAddress] = useState(present);
  const [isBad, setBad] = useState(false);
  const words = editor.chain().focus().extendMarkRange('link');
  const set = () => {
    const href = completed(address.trim());
    if (!href || !isSafeLink(href)) return setBad(true);
    if (editor.state.selection.empty && present === '')
      words.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    else words.setLink({ href }).run();
    onClose();
  };
  return (
    <form
      className={styles.link}
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
        editor.commands.focus();
      }}
    >
      <label htmlFor="link-address">{say('edit.link-to')}</label>
      <input
        id="link-address"
        // biome-ignore lint/a11y/noAutofocus: it was asked for by a press
        autoFocus
        dir="ltr"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        aria-invalid={isBad || undefined}
        aria-describedby={isBad ? 'link-bad' : undefined}
      />
      <button type="submit">{say('do.save')}</button>
      {present === '' ? null : (
        <button
          type="button"
          onClick={() => {
            words.unsetLink().run();
            onClose();
          }}
        >
          {say('edit.no-link')}
        </button>
      )}
      {isBad ? (
        <p id="link-bad" role="alert">
          {say('edit.link-bad')}
        </p>
      ) : null}
    </form>
  );
}

/** "brightwater.example" means the web, "anna@brightwater.example" a mail. */
function completed(address: string): string {
  if (/^[^\s@/:]+@[^\s@/:]+$/.test(address)) return `mailto:${address}`;
  return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(address) ? `https://${address}` : address;
}

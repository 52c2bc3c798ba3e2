'use client';
import { Paperclip, Send, Trash2, X } from 'lucide-react';
import { useRef } from 'react';
import { shortDate } from '#dates/dates.ts';
import { useMail } from '../mail-hooks.tsx';
import type { LetterStore } from './letter-store.ts';
import styles from './letter-tools.module.css';
import { useLetterState } from './use-letter.ts';

/** Closing, whether it is saved, files, throwing away, and the one thing that is to be done. */
export function LetterTools({ letter, onClose }: { letter: LetterStore; onClose(): void }) {
  const { store, say } = useMail();
  const sending = useLetterState(letter, (state) => state.sending);
  const chooser = useRef<HTMLInputElement>(null);
  const discard = async () => {
    if (!(await letter.discard())) return;
    store.go({ writing: null }, 'replace');
    store.notify(say('done.discard'));
    void store.refresh();
  };
  return (
    <div className={styles.tools}>
      <button
        type="button"
        className={styles.tool}
        aria-label={say('write.close')}
        title={say('write.close')}
        onClick={onClose}
      >
        <X size={20} aria-hidden="true" />
      </button>
      <div className={styles.state}>
        <h1 className={styles.title}>{say(`write.${letter.get().kind}`)}</h1>
        <SavedState letter={letter} />
      </div>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        data-part="choose-files"
        onChange={(event) => {
          letter.attach([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <button
        type="button"
        className={styles.tool}
        aria-label={say('write.attach')}
        title={say('write.attach')}
        onClick={() => chooser.current?.click()}
      >
        <Paperclip size={20} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.tool}
        aria-label={say('write.discard')}
        title={say('write.discard')}
        onClick={() => void discard()}
      >
        <Trash2 size={20} aria-hidden="true" />
      </button>
      <noscript>
        <button type="submit" name="deed" value="keep" className={styles.keep}>
          {say('write.keep')}
        </button>
      </noscript>
      <button
        type="submit"
        name="deed"
        value="send"
        className={styles.send}
        aria-disabled={sending}
        title="Ctrl + Enter"
      >
        <Send size={16} aria-hidden="true" data-mirrors="" />
        {say(sending ? 'write.sending' : 'write.send')}
      </button>
    </div>
  );
}

function SavedState({ letter }: { letter: LetterStore }) {
  const { say, moment } = useMail();
  const saving = useLetterState(letter, (state) => state.saving);
  const savedAt = useLetterState(letter, (state) => state.savedAt);
  const time =
    savedAt === null ? '' : shortDate(new Date(savedAt).toISOString(), { ...moment, now: savedAt });
  const words = {
    untouched: '',
    unsaved: say('write.unsaved'),
    saving: say('write.saving'),
    saved: say('write.saved', { time }),
    failed: say('write.unsaved'),
  };
  return <p className={styles.saved}>{words[saving]}</p>;
}

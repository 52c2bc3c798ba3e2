'use client';
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Writing } from '../../letter/letter-data.ts';
import type { MailScreenData } from '../../mail-screen-data.ts';
import { useMail, useMailState } from '../mail-hooks.tsx';
import { PlainButton } from '../plain-button.tsx';
import { LetterFields } from './letter-fields.tsx';
import { LetterFiles } from './letter-files-list.tsx';
import { LetterNotes } from './letter-notes.tsx';
import type { LetterStore } from './letter-store.ts';
import { LetterTools } from './letter-tools.tsx';
import { useLetter } from './use-letter.ts';
import { useSending } from './use-sending.ts';
import styles from './write-pane.module.css';

/** Where a message is written, in the place of what is read. */
export function WritePane({ writing, data }: { writing: Writing; data: MailScreenData }) {
  const { say } = useMail();
  const { letter, problem, again } = useLetter(writing, data);
  const title = say(`write.${writing.kind}`);
  return (
    <section className={styles.pane} aria-label={title} data-part="reading" data-writing="">
      {letter && <LetterForm key={letter.key} letter={letter} />}
      {!letter && problem && (
        <div className={styles.problem} role="alert">
          <p>
            <strong>{problem.title}</strong> {problem.hint}
          </p>
          <PlainButton onClick={again}>{say('do.try-again')}</PlainButton>
        </div>
      )}
      {!letter && !problem && (
        <div className={styles.skeleton} aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      )}
    </section>
  );
}

function LetterForm({ letter }: { letter: LetterStore }) {
  const { say } = useMail();
  const form = useRef<HTMLFormElement>(null);
  const { send, close } = useSending(letter, form);
  const [isOver, setOver] = useState(false);
  const path = useMailState((state) => state.mailbox?.address ?? '');
  useKeptOnLeave(letter);

  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  };
  const drag = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      letter.attach([...event.dataTransfer.files]);
    },
  };
  return (
    <form
      ref={form}
      className={styles.form}
      method="post"
      action="/mail-data/letter/send"
      noValidate
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      {...drag}
    >
      <PlainFormFields letter={letter} back={path} />
      <LetterTools letter={letter} onClose={close} />
      <div className={styles.scroller}>
        <LetterNotes letter={letter} />
        <LetterFields letter={letter} />
        <LetterFiles letter={letter} />
      </div>
      {isOver && <p className={styles.drop}>{say('write.drop')}</p>}
    </form>
  );
}

/** What a plain form has to say when no script does. */
function PlainFormFields({ letter, back }: { letter: LetterStore; back: string }) {
  const { id, version } = letter.get();
  const { answers, forwards } = letter.origin;
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="back" value={back} />
      {answers && <input type="hidden" name="answers" value={answers} />}
      {forwards && <input type="hidden" name="forwards" value={forwards} />}
    </>
  );
}

/** A tab that is closed or hidden keeps what is in it; one that could not, asks before it goes. */
function useKeptOnLeave(letter: LetterStore): void {
  useEffect(() => {
    const onHidden = () => document.visibilityState === 'hidden' && !letter.isSaved() && void letter.save();
    const onLeave = (event: BeforeUnloadEvent) => {
      if (letter.isSaved()) return;
      void letter.save();
      event.preventDefault();
    };
    const onOnline = () => !letter.isSaved() && void letter.save();
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('beforeunload', onLeave);
    window.addEventListener('online', onOnline);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('beforeunload', onLeave);
      window.removeEventListener('online', onOnline);
    };
  }, [letter]);
}

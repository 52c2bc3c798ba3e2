'use client';
import { type RefObject, useCallback } from 'react';
import { useMail } from '../mail-hooks.tsx';
import { letterCalls } from './letter-calls.ts';
import { closedWell, type LetterStore } from './letter-store.ts';

/** Sending, with the way back for as long as there is one, and closing, which keeps. */
export function useSending(letter: LetterStore, form: RefObject<HTMLFormElement | null>) {
  const { store, say } = useMail();

  const close = useCallback(() => {
    letter.close();
    store.go({ writing: null });
    void closedWell(letter.get().id).then(() => store.refresh());
  }, [letter, store]);

  const send = useCallback(async () => {
    // What is half typed in a box is part of it: leaving the box takes it in.
    const active = document.activeElement;
    if (active instanceof HTMLInputElement && active.role === 'combobox') active.blur();
    await Promise.resolve();
    const sent = await letter.send();
    if (!sent) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    const { writing } = store.get().place;
    const isElsewhere = writing?.kind === 'draft' && writing.id !== letter.get().id;
    if (writing && !isElsewhere) store.go({ writing: null }, 'replace');
    const takeBack = async () => {
      const { draft } = await letterCalls.undo(sent.message);
      store.go({ writing: { kind: 'draft', id: draft } });
    };
    store.notify(say('done.sent'), {
      undo: takeBack,
      until: Date.now() + sent.undoMs,
      done: say('done.taken-back'),
    });
  }, [letter, form, store, say]);

  return { send, close };
}

'use client';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { isSameWriting, type Letter, type Writing } from '../../letter/letter-data.ts';
import type { MailScreenData, ShownProblem } from '../../mail-screen-data.ts';
import { useMail, useMailState } from '../mail-hooks.tsx';
import { CallProblem } from '../office-calls.ts';
import { letterCalls } from './letter-calls.ts';
import { closedWell, createLetterStore, type LetterStore } from './letter-store.ts';

type First = Pick<MailScreenData, 'letter' | 'letterProblem' | 'place'>;

interface Opened {
  letter: LetterStore | null;
  problem: ShownProblem | null;
  again(): void;
}

/** What came with a page is one letter: opened again later, it is another. */
const used = new WeakSet<Letter>();

/** The letter that the place names: what came with the page, or what the office gives now. */
export function useLetter(writing: Writing, first: First): Opened {
  const { store, say } = useMail();
  const mailbox = useMailState((state) => state.mailbox?.id ?? null);
  const current = useRef<LetterStore | null>(null);

  const make = useCallback(
    (letter: Letter): LetterStore => {
      const made: LetterStore = createLetterStore({
        ...{ letter, calls: letterCalls, say },
        onKept: (id) => {
          // Who has closed it meanwhile stays where they went.
          if (current.current !== made || !store.get().place.writing) return;
          store.go({ writing: { kind: 'draft', id } }, 'replace');
        },
      });
      return made;
    },
    [store, say],
  );
  const [letter, setLetter] = useState<LetterStore | null>(() =>
    cameAlong(first, writing) ? make(cameAlong(first, writing) as Letter) : null,
  );
  const [problem, setProblem] = useState(letter ? null : first.letterProblem);
  current.current = letter;

  const load = useCallback(async () => {
    setProblem(null);
    try {
      if (writing.kind === 'draft') await closedWell(writing.id);
      const made = make(await letterCalls.open(writing, mailbox));
      if (isSameWriting(store.get().place.writing ?? null, writing)) setLetter(made);
    } catch (error) {
      const shown = error instanceof CallProblem ? error.shown : null;
      setProblem(shown ?? { title: say('write.not-opened'), hint: say('state.check-connection') });
    }
  }, [writing, mailbox, make, store, say]);

  const key = JSON.stringify(writing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place opens another letter
  useEffect(() => {
    const here = current.current;
    const isHere = here && !here.get().over && writing.kind === 'draft' && here.get().id === writing.id;
    const isFirst = here !== null && cameAlong(first, writing)?.id === here.get().id;
    if (first.letter) used.add(first.letter);
    if (isHere || isFirst) return;
    here?.close();
    setLetter(null);
    void load();
  }, [key]);
  useEffect(() => () => current.current?.close(), []);
  return { letter, problem, again: () => void load() };
}

const cameAlong = ({ letter, place }: First, writing: Writing): Letter | null =>
  letter && !used.has(letter) && isSameWriting(place.writing ?? null, writing) ? letter : null;

/** A part of a letter's state. */
export function useLetterState<Part>(
  letter: LetterStore,
  select: (state: ReturnType<LetterStore['get']>) => Part,
): Part {
  const read = () => select(letter.get());
  return useSyncExternalStore(letter.subscribe, read, read);
}

'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Speak } from '../texts/speak.ts';
import { type Draft, draftsOf } from './drafts.ts';
import { createSaving, firstSavingState } from './saving.ts';
import { save as call } from './wiki-calls.ts';

interface Page extends Draft {
  /** Who writes. */
  person: string;
  page: string;
  address: string;
  aside?: string;
}

/** The text of the page that is open in the editor. */
export function useSaving({ person, page, address, aside, ...text }: Page, say: Speak) {
  const router = useRouter();
  const [saving] = useState(() =>
    createSaving({
      ...{ page, text, aside, say, call },
      drafts: draftsOf(person, page),
      // No refresh beside it, which would take the place of the way there: a page is asked for anew each time it is gone to.
      leave: (query = '') => router.push(`${address}${query}`),
    }),
  );
  const state = useSyncExternalStore(saving.subscribe, saving.get, () => firstSavingState);
  // A draft is the browser's: it is looked for once the page is there.
  useEffect(() => saving.begin(), [saving]);
  const { isDirty } = state;
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
  return { saving, state };
}

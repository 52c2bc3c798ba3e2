'use client';
import type { Address } from '@kontor/mailbox';
import { useMemo, useState } from 'react';
import { fitting, looksRight } from '../../letter/addresses.ts';

/** The list under a box: what fits, which one is chosen by the arrows, and whether it is to be seen. */
export function useSuggestions(known: Address[], typed: string, taken: Address[]) {
  const [isWanted, want] = useState(false);
  const [at, stand] = useState(-1);
  const found = useMemo(
    () => (isWanted ? fitting(known, typed, taken) : []),
    [isWanted, known, typed, taken],
  );
  const isOpen = found.length > 0;
  const here = Math.min(at, found.length - 1);
  return {
    found,
    isOpen,
    at: here,
    chosen: isOpen ? found[here] : undefined,
    open: (text: string) => {
      want(true);
      // The first fits best and Enter takes it; but a whole address is meant as it stands.
      stand(looksRight({ name: '', address: text.trim() }) ? -1 : 0);
    },
    shut: () => want(false),
    step: (by: 1 | -1) =>
      stand(here < 0 ? (by > 0 ? 0 : found.length - 1) : (here + by + found.length) % found.length),
  };
}

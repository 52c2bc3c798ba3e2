'use client';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Moment } from '#dates/dates.ts';
import type { Speak } from '../texts/speak.ts';
import type { MailState } from './mail-state.ts';
import type { MailStore } from './mail-store.ts';

interface Surroundings {
  store: MailStore;
  say: Speak;
  moment: Moment;
  me: string;
}

export const MailSurroundings = createContext<Surroundings | null>(null);

export function useMail(): Surroundings {
  const found = useContext(MailSurroundings);
  if (!found) throw new Error('outside of the mail screen');
  return found;
}

/** A part of the state; it must be the same object while it has not changed. */
export function useMailState<Part>(select: (state: MailState) => Part): Part {
  const { store } = useMail();
  const read = () => select(store.get());
  return useSyncExternalStore(store.subscribe, read, read);
}

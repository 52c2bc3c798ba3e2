'use client';
import { useEffect, useState } from 'react';
import type { SearchView } from '../search-view.ts';

export type SearchState =
  | { is: 'empty' }
  | { is: 'loading'; before: SearchView | null }
  | { is: 'found'; view: SearchView }
  | { is: 'offline' }
  | { is: 'failed'; title: string; hint: string };

/** Somebody who types is not asked for at each letter. */
const restMs = 120;

/** What is found for what stands in the box; the last answer stays until the next is there. */
export function useSearch(typed: string): { state: SearchState; again(): void } {
  const [state, setState] = useState<SearchState>({ is: 'empty' });
  const [tries, setTries] = useState(0);
  const query = typed.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks the same again
  useEffect(() => {
    if (query === '') return setState({ is: 'empty' });
    const ending = new AbortController();
    setState((state) => ({ is: 'loading', before: viewOf(state) }));
    const timer = setTimeout(() => {
      ask(query, ending.signal).then(setState, () => {
        if (!ending.signal.aborted)
          setState(navigator.onLine ? { is: 'failed', title: '', hint: '' } : { is: 'offline' });
      });
    }, restMs);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [query, tries]);
  useEffect(() => {
    const back = () => setTries((count) => count + 1);
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, []);
  return { state, again: () => setTries((count) => count + 1) };
}

async function ask(query: string, signal: AbortSignal): Promise<SearchState> {
  const answer = await fetch(`/search-data?${new URLSearchParams({ q: query.slice(0, 500) })}`, { signal });
  if (answer.status === 401) location.assign(`/login?to=${encodeURIComponent(location.pathname)}`);
  const body = await answer.json();
  return answer.ok
    ? { is: 'found', view: body as SearchView }
    : { is: 'failed', title: String(body.title ?? ''), hint: String(body.hint ?? '') };
}

export const viewOf = (state: SearchState): SearchView | null => {
  if (state.is === 'found') return state.view;
  return state.is === 'loading' ? state.before : null;
};

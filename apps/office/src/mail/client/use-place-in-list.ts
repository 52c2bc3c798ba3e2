'use client';
import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import { useMail, useMailState } from './mail-hooks.tsx';

interface Remembered {
  top: number;
  rows: number;
}

const mostRows = 2000;
const keyOf = (folder: string, filter: string) => `kontor.place ${folder} ${filter}`;

/** Where the reader was in a folder's list survives going elsewhere and a reload, within this tab. */
export function usePlaceInList(
  scroller: RefObject<HTMLDivElement | null>,
  virtual: Virtualizer<HTMLDivElement, Element>,
): void {
  const { store } = useMail();
  const folder = useMailState((state) => state.folder?.id ?? '');
  const filter = useMailState((state) => state.place.filter);
  const isThere = useMailState((state) => state.list.rows.length > 0);

  useEffect(() => {
    const box = scroller.current;
    if (!box || !isThere) return;
    const key = keyOf(folder, filter);
    let over = false;
    void comeBack();

    async function comeBack(): Promise<void> {
      const place = remembered(key);
      if (!place || place.top < 1) return;
      while (!over && store.get().list.rows.length < Math.min(place.rows, mostRows)) {
        const before = store.get().list.rows.length;
        await store.loadMore();
        if (store.get().list.rows.length === before) break;
      }
      if (!over) virtual.scrollToOffset(place.top);
    }
    const keep = () => {
      const place: Remembered = { top: Math.round(box.scrollTop), rows: store.get().list.rows.length };
      sessionStorage.setItem(key, JSON.stringify(place));
    };
    box.addEventListener('scrollend', keep);
    return () => {
      over = true;
      box.removeEventListener('scrollend', keep);
    };
  }, [scroller, virtual, store, folder, filter, isThere]);
}

function remembered(key: string): Remembered | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Remembered | null;
  } catch {
    return null;
  }
}

'use client';
import { useEffect } from 'react';
import { latinKey } from '#frame/latin-key.ts';
import type { MailStore } from './mail-store.ts';

/** The keys of the screen. They are quiet while someone types, a sheet is open, or a modifier is held. */
export function useKeys(store: MailStore, onShowKeys: () => void): void {
  useEffect(() => {
    let afterG = false;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const key = latinKey(event);
      const led = afterG;
      afterG = false;
      if (led) {
        // What follows a "g" is a place, never a deed.
        if (key !== 'i') return;
        event.preventDefault();
        return store.go({ folder: 'inbox', thread: null, filter: 'all' });
      }
      if (key === 'g') afterG = true;
      const inList =
        event.target instanceof Element && event.target.closest('[data-part="scroller"]') !== null;
      const deed = deedOf(store, key, { inList, onShowKeys });
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [store, onShowKeys]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    // Where keys go on from a box to the list under it, the list is what they are meant for.
    target.isContentEditable ||
    target.closest('input, textarea, select, dialog, [role="menu"], [role="dialog"]') !== null
  );
}

function deedOf(
  store: MailStore,
  key: string,
  { inList, onShowKeys }: { inList: boolean; onShowKeys: () => void },
): (() => void) | null {
  const { place, list, cursor } = store.get();
  const target = inList ? (cursor ?? place.thread) : (place.thread ?? cursor);
  const row = list.rows.find(({ thread }) => thread === target);
  switch (key) {
    case 'j':
      return () => step(store, 1, target);
    case 'k':
      return () => step(store, -1, target);
    case 'ArrowDown':
      return inList ? () => step(store, 1, target) : null;
    case 'ArrowUp':
      return inList ? () => step(store, -1, target) : null;
    case 'Escape':
      if (place.writing) return () => store.go({ writing: null });
      return place.thread ? () => store.go({ thread: null }) : null;
    case 'e':
      return () => store.act('archive', target);
    case 's':
      return () => store.act(row?.starred ? 'unstar' : 'star', target);
    case 'u':
      return () => store.act(row?.unread ? 'read' : 'unread', target);
    case '#':
      // For good is asked before it is done: the key opens the question.
      return () =>
        store.get().folder?.role === 'trash' ? askDelete(store, target) : store.act('delete', target);
    case 'c':
      return () => store.write({ kind: 'new' });
    case 'r':
    case 'a':
    case 'f':
      return answer(store, key);
    case 'z':
      return () => void store.undo();
    case '?':
      return onShowKeys;
    default:
      return null;
  }
}

const answers = { r: 'reply', a: 'reply-all', f: 'forward' } as const;

/** To the newest message of what is being read. */
function answer(store: MailStore, key: 'r' | 'a' | 'f'): (() => void) | null {
  const { conversation, place } = store.get();
  const message = place.writing ? undefined : conversation?.messages.at(-1)?.id;
  return message ? () => store.write({ kind: answers[key], message }) : null;
}

/** Where a conversation fills the screen the next one is opened; beside a list the keys walk the list. */
function step(store: MailStore, by: 1 | -1, from: string | null): void {
  const { rows } = store.get().list;
  const index = rows.findIndex(({ thread }) => thread === from);
  const next = index < 0 ? rows[0] : rows[index + by];
  if (!next) return;
  const list = document.querySelector<HTMLElement>('[data-part="list"]');
  if (list && list.offsetParent === null) {
    store.go({ thread: next.thread }, 'replace');
    return;
  }
  (document.activeElement as HTMLElement | null)?.blur();
  store.moveCursor(next.thread);
}

function askDelete(store: MailStore, thread: string | null): void {
  if (thread && store.get().place.thread !== thread) store.go({ thread });
  requestAnimationFrame(() => {
    const menu = document.querySelector<HTMLDetailsElement>('[data-menu="delete-for-good"]');
    if (!menu) return;
    menu.open = true;
    menu.querySelector('button')?.focus();
  });
}

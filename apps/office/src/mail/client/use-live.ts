'use client';
import { useEffect } from 'react';
import type { LiveEvent } from '../mail-screen-data.ts';
import type { MailStore } from './mail-store.ts';

const gatherMs = 120;
const pollMs = 15_000;

/** Keeps the screen true: the office tells of changes as they happen; where that fails, it is asked now and then. */
export function useLive(store: MailStore, changesSeen: number): void {
  useEffect(() => {
    let waiting: LiveEvent[] = [];
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let polling: ReturnType<typeof setInterval> | undefined;
    const refreshSoon = (event?: LiveEvent) => {
      if (event) waiting.push(event);
      gathering ??= setTimeout(() => {
        gathering = undefined;
        const events = waiting;
        waiting = [];
        void store.refresh(events);
      }, gatherMs);
    };

    const source = new EventSource(`/mail-data/live?after=${changesSeen}`);
    source.addEventListener('change', (event) => refreshSoon(JSON.parse(event.data) as LiveEvent));
    source.addEventListener('open', () => {
      clearInterval(polling);
      polling = undefined;
      // Something may have come between the drawing and the stream, or while it was cut.
      if (store.get().connection !== 'live') refreshSoon();
      store.setConnection('live');
    });
    source.addEventListener('error', () => {
      store.setConnection(navigator.onLine ? 'away' : 'offline');
      // The browser reconnects by itself unless the office refused; asking goes on either way.
      polling ??= setInterval(() => refreshSoon(), pollMs);
    });

    const onOffline = () => store.setConnection('offline');
    // The stream may have outlived a short break: then nothing opens it anew.
    const onOnline = () => {
      store.setConnection(source.readyState === EventSource.OPEN ? 'live' : 'away');
      refreshSoon();
    };
    const onShown = () => document.visibilityState === 'visible' && refreshSoon();
    window.addEventListener('offline', onOffline);
    window.addEventListener('online', onOnline);
    document.addEventListener('visibilitychange', onShown);
    return () => {
      source.close();
      clearTimeout(gathering);
      clearInterval(polling);
      window.removeEventListener('offline', onOffline);
      window.removeEventListener('online', onOnline);
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [store, changesSeen]);
}

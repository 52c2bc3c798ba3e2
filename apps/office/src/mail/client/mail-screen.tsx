'use client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { readPlace } from '../mail-address.ts';
import type { MailScreenData } from '../mail-screen-data.ts';
import { speak } from '../texts/speak.ts';
import { ConversationPane } from './conversation-pane.tsx';
import { FolderPane } from './folder-pane.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { ListPane } from './list-pane.tsx';
import { MailSurroundings, useMailState } from './mail-hooks.tsx';
import styles from './mail-screen.module.css';
import { createMailStore, type MailStore } from './mail-store.ts';
import { NoticeBar } from './notice-bar.tsx';
import { officeCalls } from './office-calls.ts';
import { useKeys } from './use-keys.ts';
import { useLive } from './use-live.ts';
import { WritePane } from './write/write-pane.tsx';

/** The whole mail screen: drawn by the server from `data`, then kept alive by the store. */
export function MailScreen({ data }: { data: MailScreenData }) {
  const say = useMemo(() => speak(data.language), [data.language]);
  // A new drawing by the server (another link of the office led here) starts anew.
  const store = useMemo(() => createMailStore({ data, calls: officeCalls(), say, navigate }), [data, say]);
  const now = useNow(data.now);
  const surroundings = useMemo(() => {
    const { language, timeZone, me } = data;
    return { store, say, me, moment: { language, timeZone, now } };
  }, [store, say, data, now]);

  useAddress(store);
  useLive(store, data.changesSeen);
  const [keysShown, showKeys] = useState(false);
  // One function for good: a new one at each drawing would make the keys forget a "g".
  const toggleKeys = useCallback(() => showKeys((shown) => !shown), []);
  useKeys(store, toggleKeys);

  return (
    <MailSurroundings value={surroundings}>
      <Panes>
        <FolderPane onKeys={() => showKeys(true)} />
        <ListPane />
        <Reading data={data} />
        <NoticeBar done={data.done} />
        <KeysSheet shown={keysShown} onClose={() => showKeys(false)} />
      </Panes>
    </MailSurroundings>
  );
}

function Panes({ children }: { children: React.ReactNode }) {
  const place = useMailState((state) => state.place);
  const pane =
    place.thread || place.writing ? 'message' : place.folder || !place.mailbox ? 'list' : 'folders';
  return (
    <div className={styles.screen} data-pane={pane}>
      {children}
    </div>
  );
}

/** What is read, or what is written. */
function Reading({ data }: { data: MailScreenData }) {
  const writing = useMailState((state) => state.place.writing ?? null);
  return writing ? <WritePane writing={writing} data={data} /> : <ConversationPane />;
}

function navigate(path: string, how: 'push' | 'replace'): void {
  if (how === 'push') window.history.pushState(null, '', path);
  else window.history.replaceState(null, '', path);
}

/** Back and forward lead through the places; the tab's title says where and what is unread. */
function useAddress(store: MailStore): void {
  useEffect(() => {
    const follow = () => {
      if (location.pathname.startsWith('/mail'))
        store.go(readPlace(location.pathname, location.search), 'none');
    };
    window.addEventListener('popstate', follow);
    store.markRead();
    return () => window.removeEventListener('popstate', follow);
  }, [store]);
  useEffect(() => {
    const entitle = () => {
      const { folder, mailbox } = store.get();
      const unread = folder && folder.unread > 0 ? `(${folder.unread}) ` : '';
      if (mailbox) document.title = `${unread}${mailbox.address}`;
    };
    entitle();
    return store.subscribe(entitle);
  }, [store]);
}

/** The minute it is, so that "10:42" becomes "Tue" without a reload. */
function useNow(first: number): number {
  const [now, setNow] = useState(first);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

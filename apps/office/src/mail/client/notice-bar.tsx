'use client';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { MailScreenData } from '../mail-screen-data.ts';
import { useMail, useMailState } from './mail-hooks.tsx';
import styles from './notice-bar.module.css';

const staysMs = 10_000;

/** What was just done, with the way back. It goes by itself, but not while it is being read or pointed at. */
export function NoticeBar({ done }: { done: MailScreenData['done'] }) {
  const { store, say } = useMail();
  const notice = useMailState((state) => state.notice);
  useEffect(() => {
    if (!notice || notice.tone === 'problem') return;
    const stays = notice.undo?.until ? notice.undo.until - Date.now() : staysMs;
    const timer = setTimeout(() => store.dismissNotice(notice.id), Math.max(0, stays));
    return () => clearTimeout(timer);
  }, [notice, store]);
  return (
    <div className={styles.place} role="status">
      {notice && (
        <div className={styles.notice} data-tone={notice.tone} key={notice.id}>
          <p>
            {notice.text}
            {notice.undo?.until && <Countdown until={notice.undo.until} />}
          </p>
          {notice.undo && (
            <button type="button" className={styles.undo} onClick={() => void store.undo()}>
              {say('do.undo')}
            </button>
          )}
          <button
            type="button"
            className={styles.close}
            aria-label={say('do.dismiss')}
            onClick={() => store.dismissNotice(notice.id)}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </div>
      )}
      {!notice && done && <PlainNotice done={done} />}
    </div>
  );
}

/** How long there still is; seen, not heard: a screen reader would read each second. */
function Countdown({ until }: { until: number }) {
  const { say } = useMail();
  const left = () => Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 200);
    return () => clearInterval(timer);
  }, [until]);
  const options = { style: 'unit', unit: 'second', unitDisplay: 'long' } as const;
  const said = new Intl.NumberFormat(say.language, options).format(seconds);
  return (
    <span className={styles.left} aria-hidden="true">
      {say('done.sent-in', { seconds: said })}
    </span>
  );
}

/** The same for whoever has no script: it came with the page, and its undo is a form. */
function PlainNotice({ done }: { done: NonNullable<MailScreenData['done']> }) {
  const { say } = useMail();
  const mailbox = useMailState((state) => state.mailbox);
  if (!done.undo) return null;
  const now = mailbox?.folders.find(({ id }) => id === done.undo?.folder);
  const folder = now?.role ? say(`folder.${now.role}`) : (now?.name ?? '');
  const isUsual = done.deed === 'archive' || done.deed === 'delete';
  const text = isUsual ? say(`done.${done.deed as 'archive' | 'delete'}`) : say('done.move', { folder });
  return (
    <noscript>
      <form method="post" action="/mail-data/change" className={styles.notice}>
        <p>{text}</p>
        <input type="hidden" name="deed" value="move" />
        <input type="hidden" name="folder" value={done.undo.folder} />
        <input type="hidden" name="thread" value={done.undo.thread} />
        <input type="hidden" name="to" value={done.undo.to.folder} />
        <button type="submit" className={styles.undo}>
          {say('do.undo')}
        </button>
      </form>
    </noscript>
  );
}

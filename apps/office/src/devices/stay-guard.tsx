'use client';
import { useEffect, useRef, useState } from 'react';
import form from '#form/form.module.css';
import styles from './devices.module.css';
import type { DeviceTexts } from './texts/en.ts';

/** Before somebody leaves what is shown once: by a link, by going back, or by closing the page. */
export function StayGuard({ words }: { words: DeviceTexts['made'] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [target, setTarget] = useState('/devices');
  const isLeaving = useRef(false);
  useEffect(() => {
    const ask = (to: string) => {
      setTarget(to);
      dialog.current?.showModal();
    };
    const onClose = (event: BeforeUnloadEvent) => {
      if (!isLeaving.current) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a[href]');
      if (!link || isLeaving.current || link.hasAttribute('download') || link.hasAttribute('data-taken'))
        return;
      const { href } = link as HTMLAnchorElement;
      // Within this page: the link that skips to the content.
      if (new URL(href).pathname === location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      ask(href);
    };
    addEventListener('beforeunload', onClose);
    document.addEventListener('click', onClick, true);
    return () => {
      removeEventListener('beforeunload', onClose);
      document.removeEventListener('click', onClick, true);
    };
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="leave-title">
      <h2 id="leave-title">{words.leave}</h2>
      <p>{words.leaveWhy}</p>
      <form method="dialog" className={styles.choices}>
        <button type="submit" className={form.send}>
          {words.stay}
        </button>
        <button
          type="button"
          className={styles.danger}
          onClick={() => {
            isLeaving.current = true;
            // A whole new document: what was shown is in no memory of this one.
            location.assign(target);
          }}
        >
          {words.leaveNow}
        </button>
      </form>
    </dialog>
  );
}

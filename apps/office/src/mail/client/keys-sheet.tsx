'use client';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { MailTextKey } from '../texts/en.ts';
import styles from './keys-sheet.module.css';
import { useMail } from './mail-hooks.tsx';

const keys: { keys: string[]; joined?: 'or' | 'then'; does: MailTextKey }[] = [
  { keys: ['j', '↓'], joined: 'or', does: 'keys.next' },
  { keys: ['k', '↑'], joined: 'or', does: 'keys.previous' },
  { keys: ['Enter'], does: 'keys.open' },
  { keys: ['Esc'], does: 'keys.back' },
  { keys: ['c'], does: 'keys.write' },
  { keys: ['r'], does: 'keys.reply' },
  { keys: ['a'], does: 'keys.reply-all' },
  { keys: ['f'], does: 'keys.forward' },
  { keys: ['Ctrl', 'Enter'], does: 'keys.send' },
  { keys: ['e'], does: 'do.archive' },
  { keys: ['s'], does: 'do.star' },
  { keys: ['u'], does: 'do.unread' },
  { keys: ['#'], does: 'do.delete' },
  { keys: ['z'], does: 'keys.undo' },
  { keys: ['g', 'i'], joined: 'then', does: 'keys.inbox' },
  { keys: ['?'], does: 'keys.show' },
];

/** All keys of the screen. */
export function KeysSheet({ shown, onClose }: { shown: boolean; onClose: () => void }) {
  const { say } = useMail();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (shown && !ref.current?.open) ref.current?.showModal();
    if (!shown && ref.current?.open) ref.current.close();
  }, [shown]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the dialog closes by Escape of its own accord
    <dialog
      ref={ref}
      className={styles.sheet}
      aria-labelledby="keys-title"
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className={styles.inside}>
        <header>
          <h2 id="keys-title">{say('keys.title')}</h2>
          <button type="button" onClick={onClose} aria-label={say('do.close')}>
            <X size={20} aria-hidden="true" />
          </button>
        </header>
        <dl>
          {keys.map(({ keys: pressed, joined, does }) => (
            <div key={does}>
              <dt>{say(does)}</dt>
              <dd>
                {pressed.map((key, index) => (
                  <span key={key}>
                    {index > 0 && joined && <span className={styles.joined}>{say(`keys.${joined}`)}</span>}
                    <kbd>{key}</kbd>
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </dialog>
  );
}

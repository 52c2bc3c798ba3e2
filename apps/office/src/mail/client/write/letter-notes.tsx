'use client';
import { CloudOff, FileText, TriangleAlert } from 'lucide-react';
import { useMail } from '../mail-hooks.tsx';
import { PlainButton } from '../plain-button.tsx';
import styles from './letter-notes.module.css';
import type { LetterStore } from './letter-store.ts';
import { useLetterState } from './use-letter.ts';

/** What has to be said about the letter as a whole: what is wrong, that it is not saved, that two wrote it. */
export function LetterNotes({ letter }: { letter: LetterStore }) {
  const { store, say } = useMail();
  const problem = useLetterState(letter, (state) => state.problem);
  const saving = useLetterState(letter, (state) => state.saving);
  const parted = useLetterState(letter, (state) => state.parted);
  return (
    <>
      <div role="alert">
        {problem && (
          <p className={styles.note} data-tone="problem">
            <TriangleAlert size={16} aria-hidden="true" />
            <span>
              <strong>{problem.title}</strong> {problem.hint}
            </span>
          </p>
        )}
        {parted && (
          <div className={styles.note}>
            <FileText size={16} aria-hidden="true" />
            <span>{say(parted.how === 'forked' ? 'write.forked' : 'write.lost')}</span>
            {parted.how === 'forked' && (
              <PlainButton onClick={() => store.go({ writing: { kind: 'draft', id: parted.from } })}>
                {say('write.open-other')}
              </PlainButton>
            )}
          </div>
        )}
      </div>
      <div role="status">
        {saving === 'failed' && !problem && (
          <p className={styles.note}>
            <CloudOff size={16} aria-hidden="true" />
            <span>{say('write.not-saved')}</span>
          </p>
        )}
      </div>
      <noscript>
        <p className={styles.note}>{say('write.no-script')}</p>
      </noscript>
    </>
  );
}

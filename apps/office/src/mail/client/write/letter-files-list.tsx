'use client';
import { File as FileIcon, X } from 'lucide-react';
import { fileSize } from '#dates/dates.ts';
import { mostAttached } from '../../letter/letter-data.ts';
import { useMail } from '../mail-hooks.tsx';
import styles from './letter-files-list.module.css';
import { type FileItem, sumOf } from './letter-state.ts';
import type { LetterStore } from './letter-store.ts';
import { useLetterState } from './use-letter.ts';

/** The files that go along, each with how far it is. */
export function LetterFiles({ letter }: { letter: LetterStore }) {
  const { say } = useMail();
  const files = useLetterState(letter, (state) => state.files);
  if (files.length === 0) return null;
  const size = (bytes: number) => fileSize(bytes, say.language);
  return (
    <section className={styles.files} aria-label={say('write.files')}>
      <ul>
        {files.map((file) => (
          <Item key={file.key} file={file} onRemove={() => void letter.detach(file.key)} />
        ))}
      </ul>
      <p className={styles.limit}>
        {say('write.limit', { size: size(sumOf(files)), most: size(mostAttached) })}
      </p>
    </section>
  );
}

function Item({ file, onRemove }: { file: FileItem; onRemove(): void }) {
  const { say } = useMail();
  const size = fileSize(file.size, say.language);
  const isThere = file.id !== null || file.part !== null;
  const percent = new Intl.NumberFormat(say.language, { style: 'percent' }).format(
    file.size > 0 ? Math.min(1, file.sent / file.size) : 0,
  );
  const state = isThere
    ? size
    : file.sent > 0
      ? say('write.uploading', { percent, size })
      : say('write.waiting');
  return (
    <li className={styles.file} data-wrong={file.problem ? '' : undefined}>
      <FileIcon size={20} aria-hidden="true" />
      <span className={styles.what}>
        <bdi className={styles.name}>{file.filename}</bdi>
        {file.problem ? (
          <span className={styles.problem} role="alert">
            {file.problem}
          </span>
        ) : (
          <span className={styles.size}>{state}</span>
        )}
        {!isThere && !file.problem && (
          <progress
            className={styles.progress}
            max={file.size}
            value={file.sent}
            aria-label={file.filename}
          />
        )}
      </span>
      <button type="button" aria-label={say('write.remove', { name: file.filename })} onClick={onRemove}>
        <X size={16} aria-hidden="true" />
      </button>
    </li>
  );
}

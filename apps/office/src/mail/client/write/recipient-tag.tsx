'use client';
import type { Address } from '@kontor/mailbox';
import { X } from 'lucide-react';
import { looksRight, spelled } from '../../letter/addresses.ts';
import { useMail } from '../mail-hooks.tsx';
import { nameOf } from '../people-names.ts';
import styles from './recipient-field.module.css';

interface TagProps {
  name: string;
  person: Address;
  onRemove(): void;
  onChange(): void;
}

/** One of those it goes to: pressed it can be written anew, and it can be taken off. */
export function RecipientTag({ name, person, onRemove, onChange }: TagProps) {
  const { say } = useMail();
  const shown = nameOf(person) || spelled(person);
  return (
    <span className={styles.tag} data-wrong={looksRight(person) ? undefined : ''} title={person.address}>
      <input type="hidden" name={name} value={spelled(person)} />
      <button
        type="button"
        className={styles.who}
        aria-label={say('write.change', { name: shown })}
        onClick={onChange}
      >
        <bdi>{shown}</bdi>
      </button>
      <button
        type="button"
        className={styles.off}
        aria-label={say('write.remove', { name: shown })}
        onClick={onRemove}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </span>
  );
}

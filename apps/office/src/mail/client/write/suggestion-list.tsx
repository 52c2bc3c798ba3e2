'use client';
import type { Address } from '@kontor/mailbox';
import { useMail } from '../mail-hooks.tsx';
import { nameOf } from '../people-names.ts';
import styles from './recipient-field.module.css';

interface Props {
  id: string;
  found: Address[];
  at: number;
  onChoose(person: Address): void;
}

/** What fits under a box. The box keeps the focus and names the option that is chosen (aria-activedescendant). */
export function SuggestionList({ id, found, at, onChoose }: Props) {
  const { say } = useMail();
  return (
    <div
      className={styles.list}
      id={`${id}-list`}
      role="listbox"
      tabIndex={-1}
      aria-label={say('write.known')}
      // The box must not lose the focus to a pointer: the list would go before it is chosen from.
      onMouseDown={(event) => event.preventDefault()}
    >
      {found.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box hears the keys
        <div
          key={person.address}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={styles.option}
          onClick={() => onChoose(person)}
        >
          <bdi className={styles.name}>{nameOf(person)}</bdi>
          {person.name && (
            <bdi className={styles.address} dir="ltr">
              {person.address}
            </bdi>
          )}
        </div>
      ))}
    </div>
  );
}

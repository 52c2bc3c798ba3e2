'use client';
import type { Address } from '@kontor/mailbox';
import { useId, useRef, useState } from 'react';
import heard from '#frame/heard.module.css';
import { readAddresses, spelled } from '../../letter/addresses.ts';
import { useMail } from '../mail-hooks.tsx';
import styles from './recipient-field.module.css';
import { RecipientTag } from './recipient-tag.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { useSuggestions } from './use-suggestions.ts';

interface Props {
  name: 'to' | 'cc' | 'bcc';
  label: string;
  people: Address[];
  onChange(people: Address[]): void;
  known: Address[];
  /** Somebody is about to type here. */
  onFocus(): void;
  problem: string | undefined;
  focusFirst?: boolean;
}

/** To whom: one tag for each, and a box that completes what is typed (ARIA's editable combobox with a list). */
export function RecipientField({
  name,
  label,
  people,
  onChange,
  known,
  onFocus,
  problem,
  focusFirst,
}: Props) {
  const { say } = useMail();
  const [typed, type] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const list = useSuggestions(known, typed, people);

  const add = (more: Address[]) => {
    const there = new Set(people.map(({ address }) => address));
    const fresh = more.filter(({ address }) => !there.has(address));
    if (fresh.length > 0) onChange([...people, ...fresh]);
    type('');
  };
  const addTyped = () => {
    if (typed.trim() !== '') add(readAddresses(typed));
  };
  const remove = (index: number) => {
    onChange(people.filter((_, at) => at !== index));
    input.current?.focus();
  };
  const rewrite = (index: number) => {
    const person = people[index];
    if (!person) return;
    onChange([...people.filter((_, at) => at !== index), ...readAddresses(typed)]);
    type(spelled(person));
    input.current?.focus();
  };

  /** What a key does here; null where it does what it always does. */
  function deedOf({ key, shiftKey }: React.KeyboardEvent): (() => void) | null {
    const { chosen } = list;
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        return list.isOpen ? () => list.step(key === 'ArrowDown' ? 1 : -1) : null;
      case 'Escape':
        return list.isOpen ? list.shut : null;
      case 'Enter':
        return chosen ? () => add([chosen]) : addTyped;
      case 'Tab':
        return chosen && !shiftKey ? () => add([chosen]) : null;
      case 'Backspace':
        return typed === '' && people.length > 0 ? () => rewrite(people.length - 1) : null;
      default:
        return null;
    }
  }

  function onKey(event: React.KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const deed = deedOf(event);
    if (!deed) return;
    event.preventDefault();
    deed();
  }

  function onType(text: string): void {
    list.open(text);
    // A comma ends an address, unless it is in a quoted name that is still open.
    const isWhole = /[,;،؛\n]\s*$/.test(text) && (text.split('"').length - 1) % 2 === 0;
    if (isWhole || /[\n;]/.test(text.trim())) add(readAddresses(text));
    else type(text);
  }

  return (
    <div className={styles.field} data-wrong={problem ? '' : undefined}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a larger target for the box in it */}
      <div
        className={styles.box}
        onClick={(event) => event.target === event.currentTarget && input.current?.focus()}
      >
        {people.map((person, index) => (
          <RecipientTag
            key={person.address}
            name={name}
            person={person}
            onRemove={() => remove(index)}
            onChange={() => rewrite(index)}
          />
        ))}
        <input
          ref={input}
          id={id}
          name={name}
          className={styles.input}
          type="text"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          dir="auto"
          // biome-ignore lint/a11y/noAutofocus: a new letter begins with whom it goes to, as the person asked
          autoFocus={focusFirst}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={list.isOpen}
          aria-controls={list.isOpen ? `${id}-list` : undefined}
          aria-activedescendant={list.isOpen && list.at >= 0 ? `${id}-${list.at}` : undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          value={typed}
          onFocus={onFocus}
          onChange={(event) => onType(event.target.value)}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text');
            if (!/[,;\n@]/.test(text) || typed !== '') return;
            event.preventDefault();
            add(readAddresses(text));
          }}
          onKeyDown={onKey}
          onBlur={() => {
            list.shut();
            addTyped();
          }}
        />
        {list.isOpen && (
          <SuggestionList id={id} found={list.found} at={list.at} onChoose={(one) => add([one])} />
        )}
      </div>
      {problem && (
        <p className={styles.problem} id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <span className={heard.heard} role="status">
        {list.isOpen ? say.counted('write.suggested', list.found.length) : ''}
      </span>
    </div>
  );
}

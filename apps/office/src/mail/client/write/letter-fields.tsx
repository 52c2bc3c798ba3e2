'use client';
import type { Address } from '@kontor/mailbox';
import { useEffect, useId, useRef, useState } from 'react';
import { useMail, useMailState } from '../mail-hooks.tsx';
import { letterCalls } from './letter-calls.ts';
import styles from './letter-fields.module.css';
import type { Recipients } from './letter-state.ts';
import type { LetterStore } from './letter-store.ts';
import { RecipientField } from './recipient-field.tsx';
import { useLetterState } from './use-letter.ts';

const all = ['to', 'cc', 'bcc'] as const;

/** From whom, to whom, about what, and the words themselves. */
export function LetterFields({ letter }: { letter: LetterStore }) {
  const { say } = useMail();
  const fields = useLetterState(letter, (state) => state.fields);
  const problems = useLetterState(letter, (state) => state.fieldProblems);
  const [known, ask] = useKnownAddresses();
  // What is there once stays, also when its last name is taken out: somebody stands in it.
  const [asked, show] = useState<Recipients[]>(() =>
    all.filter((name) => name === 'to' || fields[name].length > 0),
  );
  const shown = all.filter((name) => asked.includes(name));
  const [isAddressed] = useState(fields.to.length > 0);
  return (
    <>
      <Sender letter={letter} />
      {shown.map((name) => (
        <RecipientField
          key={name}
          name={name}
          label={say(`write.${name}`)}
          people={fields[name]}
          onChange={(people) => letter.change({ [name]: people })}
          known={known}
          onFocus={ask}
          problem={problems[name]}
          focusFirst={name === 'to' ? !isAddressed : asked.at(-1) === name}
        />
      ))}
      {shown.length < 3 && (
        <p className={styles.more}>
          {all
            .filter((name) => !shown.includes(name))
            .map((name) => (
              <button key={name} type="button" onClick={() => show([...asked, name])}>
                {say('write.add', { field: say(`write.${name}`) })}
              </button>
            ))}
        </p>
      )}
      <Subject letter={letter} />
      <Words letter={letter} />
    </>
  );
}

function Sender({ letter }: { letter: LetterStore }) {
  const { say } = useMail();
  const mailboxes = useMailState((state) => state.mailboxes);
  const mailbox = useLetterState(letter, (state) => state.fields.mailbox);
  const id = useId();
  if (mailboxes.length < 2) return <input type="hidden" name="mailbox" value={mailbox} />;
  return (
    <div className={styles.line}>
      <label htmlFor={id}>{say('write.from')}</label>
      <select
        id={id}
        name="mailbox"
        value={mailbox}
        dir="auto"
        onChange={(event) => letter.change({ mailbox: event.target.value })}
      >
        {mailboxes.map((box) => (
          <option key={box.id} value={box.id}>
            {`${box.name} <${box.address}>`}
          </option>
        ))}
      </select>
    </div>
  );
}

function Subject({ letter }: { letter: LetterStore }) {
  const { say } = useMail();
  const subject = useLetterState(letter, (state) => state.fields.subject);
  const id = useId();
  return (
    <div className={styles.line}>
      <label htmlFor={id}>{say('write.subject')}</label>
      <input
        id={id}
        name="subject"
        type="text"
        dir="auto"
        autoComplete="off"
        maxLength={900}
        value={subject}
        onChange={(event) => letter.change({ subject: event.target.value })}
      />
    </div>
  );
}

function Words({ letter }: { letter: LetterStore }) {
  const { say } = useMail();
  const text = useLetterState(letter, (state) => state.fields.text);
  const area = useRef<HTMLTextAreaElement>(null);
  // An answer begins above what it quotes.
  useEffect(() => {
    if (!area.current || letter.get().fields.to.length === 0) return;
    area.current.focus({ preventScroll: true });
    area.current.setSelectionRange(0, 0);
  }, [letter]);
  return (
    <textarea
      ref={area}
      className={styles.words}
      name="text"
      aria-label={say('write.text')}
      dir="auto"
      maxLength={200_000}
      value={text}
      onChange={(event) => letter.change({ text: event.target.value })}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
        event.preventDefault();
        letter.attach(files);
      }}
    />
  );
}

let addresses: Promise<Address[]> | null = null;

/** Asked for when somebody is about to write an address, and kept for the letters after it. */
function useKnownAddresses(): [Address[], () => void] {
  const [known, setKnown] = useState<Address[]>([]);
  const ask = () => {
    addresses ??= letterCalls.addresses().catch(() => {
      addresses = null;
      return [];
    });
    void addresses.then(setKnown);
  };
  return [known, ask];
}

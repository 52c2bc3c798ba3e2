'use client';
import type { Address, MessageView } from '@kontor/mailbox';
import { Forward, Reply, ReplyAll } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { exactDate, shortDate } from '#dates/dates.ts';
import { AttachmentList } from './attachment-list.tsx';
import { useMail } from './mail-hooks.tsx';
import styles from './message-card.module.css';
import { MessageFrame } from './message-frame.tsx';
import { initialsOf, isolated, nameOf } from './people-names.ts';
import { PlainText } from './plain-text-view.tsx';
import { VerdictLine } from './verdict-line.tsx';
import { WriteLink } from './write-link.tsx';

/** One message. The last one and what is unread stand open; earlier ones show how they begin. */
export function MessageCard({ message, isLast }: { message: MessageView; isLast: boolean }) {
  const { say, moment } = useMail();
  const [open, setOpen] = useState(isLast || !message.seen);
  const card = useRef<HTMLDetailsElement>(null);
  // It may have been opened before the script was there to hear of it.
  useEffect(() => setOpen(card.current?.open ?? false), []);
  const isScripted = useIsScripted();
  const [from] = message.from;
  const name = from ? nameOf(from) : say('row.no-sender');
  const preview = message.text.slice(0, 400).replace(/\s+/g, ' ').trim().slice(0, 160);
  return (
    <details
      ref={card}
      className={styles.message}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={styles.head}>
        <span className={styles.face} aria-hidden="true">
          {initialsOf(from)}
        </span>
        <span className={styles.from}>
          <bdi className={styles.name}>{name}</bdi>
          {from?.name && (
            <bdi className={styles.address} dir="ltr">
              {from.address}
            </bdi>
          )}
        </span>
        <time className={styles.date} dateTime={message.date} title={exactDate(message.date, moment)}>
          {shortDate(message.date, moment)}
        </time>
        <span className={styles.begins} dir="auto">
          {preview}
        </span>
      </summary>
      <div className={styles.inside}>
        <Recipients message={message} />
        <VerdictLine message={message} />
        {(open || !isScripted) &&
          (message.hasHtml ? (
            <MessageFrame message={message} name={name} />
          ) : (
            <PlainText text={message.text} isCut={message.cut} />
          ))}
        <AttachmentList message={message} />
        <Answers message={message} />
      </div>
    </details>
  );
}

/** Whoever opens a message without a script finds it there; with one it is drawn when it is opened. */
const useIsScripted = (): boolean =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );

function Answers({ message: { id, to, cc } }: { message: MessageView }) {
  const { say } = useMail();
  return (
    <p className={styles.answers}>
      <WriteLink writing={{ kind: 'reply', message: id }}>
        <Reply size={16} aria-hidden="true" data-mirrors="" /> {say('do.reply')}
      </WriteLink>
      {to.length + cc.length > 1 && (
        <WriteLink writing={{ kind: 'reply-all', message: id }}>
          <ReplyAll size={16} aria-hidden="true" data-mirrors="" /> {say('do.reply-all')}
        </WriteLink>
      )}
      <WriteLink writing={{ kind: 'forward', message: id }}>
        <Forward size={16} aria-hidden="true" data-mirrors="" /> {say('do.forward')}
      </WriteLink>
    </p>
  );
}

function Recipients({ message }: { message: MessageView }) {
  const { say, moment, me } = useMail();
  const answersElsewhere = message.replyTo.filter(
    ({ address }) => !message.from.some((from) => from.address === address),
  );
  return (
    <>
      <details className={styles.details}>
        <summary>
          {shortList(message.to, me) && say('message.to-short', { names: shortList(message.to, me) })}
        </summary>
        <dl>
          <People term={say('message.from')} people={message.from} />
          <People term={say('message.to')} people={message.to} />
          <People term={say('message.cc')} people={message.cc} />
          <dt>{say('message.date')}</dt>
          <dd>{exactDate(message.date, moment)}</dd>
        </dl>
        <a href={`/mail-data/source/${encodeURIComponent(message.id)}`} download>
          {say('message.save')}
        </a>
      </details>
      {answersElsewhere.map((person) => (
        <p key={person.address} className={styles.replyTo}>
          {say('message.reply-to', { address: isolated(spelled(person)) })}
        </p>
      ))}
    </>
  );

  function shortList(people: Address[], own: string): string {
    const names = people.slice(0, 2).map((one) => isolated(one.address === own ? own : nameOf(one)));
    const listed = new Intl.ListFormat(say.language, { style: 'short' }).format(names);
    return people.length > 2
      ? say.counted('message.more-people', people.length - 2, { names: names.join(say('names.between')) })
      : listed;
  }
}

const spelled = ({ name, address }: Address): string => (name ? `${name} <${address}>` : address);

function People({ term, people }: { term: string; people: Address[] }) {
  if (people.length === 0) return null;
  return (
    <>
      <dt>{term}</dt>
      <dd>
        {people.map((person) => (
          <bdi key={person.address} className={styles.person}>
            {spelled(person)}
          </bdi>
        ))}
      </dd>
    </>
  );
}

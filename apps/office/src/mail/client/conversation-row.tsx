'use client';
import type { FolderView, ConversationRow as Row } from '@kontor/mailbox';
import { Paperclip, Star } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { exactDate, shortDate } from '#dates/dates.ts';
import heard from '#frame/heard.module.css';
import type { Writing } from '../letter/letter-data.ts';
import styles from './conversation-row.module.css';
import { DeedForm } from './deed-form.tsx';
import { useMail, useMailState } from './mail-hooks.tsx';
import { namesOf } from './people-names.ts';
import { followLink } from './plain-click.ts';

interface Props {
  row: Row;
  folder: FolderView;
  index: number;
  /** How many rows there are, as far as that is known; -1 where it is not. */
  size: number;
  measure: (element: HTMLElement | null) => void;
}

/** One conversation: who, when, what about, how it begins. */
export const ConversationRow = memo(function ConversationRow({ row, folder, index, size, measure }: Props) {
  const { store, say, moment } = useMail();
  const { draft } = row;
  const open = useMailState(({ place: { thread, writing } }) =>
    draft ? writing?.kind === 'draft' && writing.id === draft : thread === row.thread,
  );
  const link = useFocusAtCursor(row.thread);
  const names =
    namesOf(row.participants, say('names.between')) || say(draft ? 'row.nobody-yet' : 'row.no-sender');
  const writing: Writing | null = draft ? { kind: 'draft', id: draft } : null;
  return (
    <li
      ref={measure}
      data-index={index}
      className={styles.row}
      data-unread={row.unread || undefined}
      data-open={open || undefined}
      aria-posinset={index + 1}
      aria-setsize={size}
    >
      <a
        ref={link}
        className={styles.link}
        href={writing ? store.pathToWrite(writing, null) : store.pathTo(row.thread)}
        aria-current={open ? 'true' : undefined}
        data-thread={row.thread}
        onClick={followLink(() => store.go(writing ? { thread: null, writing } : { thread: row.thread }))}
        onFocus={() => store.moveCursor(row.thread)}
        onPointerEnter={() => !draft && store.prefetch(row.thread)}
      >
        <span className={styles.who}>
          {row.unread && (
            <span className={styles.dot}>
              <span className={heard.heard}>{say('row.unread')}</span>
            </span>
          )}
          {draft && <span className={styles.draft}>{say('row.draft')}</span>}
          <bdi className={styles.names}>{names}</bdi>
          {row.count > 1 && (
            <span className={styles.messages} title={say.counted('row.count', row.count)}>
              {say.number(row.count)}
            </span>
          )}
          <time className={styles.date} dateTime={row.date} title={exactDate(row.date, moment)}>
            {shortDate(row.date, moment)}
          </time>
        </span>
        <span className={styles.subject} dir="auto">
          {row.subject || say('row.no-subject')}
        </span>
        <span className={styles.preview}>
          <span className={styles.begins} dir="auto">
            {row.preview}
          </span>
          {row.attachments && (
            <Paperclip size={16} aria-label={say('row.attachments')} className={styles.clip} />
          )}
        </span>
      </a>
      {!draft && (
        <DeedForm
          deed={row.starred ? 'unstar' : 'star'}
          folder={folder.id}
          thread={row.thread}
          label={say(row.starred ? 'do.unstar' : 'do.star')}
          className={styles.star}
          pressed={row.starred}
        >
          <Star size={16} aria-hidden="true" fill={row.starred ? 'currentColor' : 'none'} />
        </DeedForm>
      )}
    </li>
  );
});

/** The row that the keys stand on has the focus, unless the reader's hands are in the message. */
function useFocusAtCursor(thread: string) {
  const ref = useRef<HTMLAnchorElement>(null);
  const isCursor = useMailState((state) => state.cursor === thread);
  useEffect(() => {
    const active = document.activeElement;
    const isFree = active === document.body || active?.closest('[data-part="scroller"]') !== null;
    if (isCursor && isFree && ref.current !== active) ref.current?.focus({ preventScroll: true });
  }, [isCursor]);
  return ref;
}

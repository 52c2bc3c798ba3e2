'use client';
import { ChevronLeft, CloudOff, PenLine } from 'lucide-react';
import { filters, folderKey, mailPath } from '../mail-address.ts';
import { ConversationList } from './conversation-list.tsx';
import styles from './list-pane.module.css';
import { useMail, useMailState } from './mail-hooks.tsx';
import { followLink } from './plain-click.ts';
import { useFolderName } from './use-folder-name.ts';
import { WriteLink } from './write-link.tsx';

/** One folder's conversations under its name, its filter and what the connection is like. */
export function ListPane() {
  const { store, say } = useMail();
  const mailbox = useMailState((state) => state.mailbox);
  const folder = useMailState((state) => state.folder);
  const mailboxes = useMailState((state) => state.mailboxes);
  const name = useFolderName();
  const foldersPlace = {
    mailbox: mailbox?.address ?? null,
    folder: null,
    thread: null,
    filter: 'all' as const,
  };
  return (
    <section className={styles.pane} aria-label={name || say('mail.conversations')} data-part="list">
      <header className={styles.head}>
        {mailbox && (
          <a
            className={styles.back}
            href={mailPath({ mailbox: mailbox.address })}
            aria-label={say('do.back-to-folders')}
            onClick={followLink(() => store.go(foldersPlace))}
          >
            <ChevronLeft size={20} aria-hidden="true" data-mirrors="" />
          </a>
        )}
        <div className={styles.title}>
          <h1 className={styles.name}>
            <bdi>{name || say('mail.title')}</bdi>
          </h1>
          {mailboxes.length > 1 && mailbox && (
            <p className={styles.address} dir="ltr">
              {mailbox.address}
            </p>
          )}
        </div>
        {folder && <FilterLinks />}
        {folder && (
          <WriteLink writing={{ kind: 'new' }} className={styles.write} label={say('do.write')}>
            <PenLine size={20} aria-hidden="true" />
          </WriteLink>
        )}
      </header>
      <Connection />
      {folder ? <ConversationList /> : <p className={styles.none}>{say('empty.no-mailbox')}</p>}
    </section>
  );
}

function FilterLinks() {
  const { store, say } = useMail();
  const place = useMailState((state) => state.place);
  const mailbox = useMailState((state) => state.mailbox);
  const folder = useMailState((state) => state.folder);
  if (!mailbox || !folder) return null;
  return (
    <nav className={styles.filters} aria-label={say('filter.label')}>
      {filters.map((filter) => {
        const target = { mailbox: mailbox.address, folder: folderKey(folder), thread: null, filter };
        return (
          <a
            key={filter}
            href={mailPath(target)}
            aria-current={place.filter === filter ? 'true' : undefined}
            onClick={followLink(() => store.go(target))}
          >
            {say(`filter.${filter}`)}
          </a>
        );
      })}
    </nav>
  );
}

function Connection() {
  const { say } = useMail();
  const connection = useMailState((state) => state.connection);
  return (
    <div role="status">
      {connection !== 'live' && (
        <p className={styles.connection}>
          <CloudOff size={16} aria-hidden="true" />
          {say(connection === 'offline' ? 'state.offline' : 'state.reconnecting')}
        </p>
      )}
    </div>
  );
}

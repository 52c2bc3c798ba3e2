'use client';
import type { FolderView, MailboxView } from '@kontor/mailbox';
import {
  Archive,
  FileText,
  Folder,
  Inbox,
  Keyboard,
  OctagonAlert,
  PenLine,
  Send,
  Trash2,
} from 'lucide-react';
import heard from '#frame/heard.module.css';
import { folderKey, mailPath } from '../mail-address.ts';
import styles from './folder-pane.module.css';
import { useMail, useMailState } from './mail-hooks.tsx';
import { followLink } from './plain-click.ts';
import { WriteLink } from './write-link.tsx';

const icons = {
  inbox: Inbox,
  archive: Archive,
  sent: Send,
  drafts: FileText,
  junk: OctagonAlert,
  trash: Trash2,
};

/** Every mailbox the person reads, with its folders and what is unread in them. */
export function FolderPane({ onKeys }: { onKeys: () => void }) {
  const { say } = useMail();
  const mailboxes = useMailState((state) => state.mailboxes);
  return (
    <nav className={styles.pane} aria-label={say('mail.mailboxes')} data-part="folders">
      {mailboxes.length > 0 && (
        <WriteLink writing={{ kind: 'new' }} className={styles.write}>
          <PenLine size={16} aria-hidden="true" /> {say('do.write')}
        </WriteLink>
      )}
      {mailboxes.map((mailbox) => (
        <Mailbox key={mailbox.id} mailbox={mailbox} />
      ))}
      <button type="button" className={styles.keys} onClick={onKeys}>
        <Keyboard size={16} aria-hidden="true" /> {say('do.keys')}
      </button>
    </nav>
  );
}

function Mailbox({ mailbox }: { mailbox: MailboxView }) {
  const { say } = useMail();
  const heading = `mailbox-${mailbox.id}`;
  return (
    <section className={styles.mailbox} aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading} title={mailbox.address}>
        <bdi className={styles.name}>{mailbox.name}</bdi>
        <span className={styles.address}>
          <bdi dir="ltr" className={styles.mail}>
            {mailbox.address}
          </bdi>
          {mailbox.kind === 'shared' && <span className={styles.shared}>{say('mail.shared')}</span>}
        </span>
      </h2>
      <ul className={styles.folders}>
        {mailbox.folders.map((folder) => (
          <FolderLink key={folder.id} mailbox={mailbox} folder={folder} />
        ))}
      </ul>
    </section>
  );
}

function FolderLink({ mailbox, folder }: { mailbox: MailboxView; folder: FolderView }) {
  const { store, say } = useMail();
  const current = useMailState((state) => state.folder?.id === folder.id);
  const Icon = folder.role ? icons[folder.role] : Folder;
  const place = { mailbox: mailbox.address, folder: folderKey(folder), thread: null, filter: 'all' as const };
  const counted =
    folder.role !== 'sent' && folder.role !== 'trash' && folder.role !== 'drafts' && folder.unread > 0;
  return (
    <li>
      <a
        className={styles.folder}
        href={mailPath(place)}
        aria-current={current ? 'page' : undefined}
        onClick={followLink(() => store.go(place))}
      >
        <Icon size={16} aria-hidden="true" />
        <bdi className={styles.label}>{folder.role ? say(`folder.${folder.role}`) : folder.name}</bdi>
        {folder.role === 'drafts' && folder.total > 0 && (
          <span className={styles.count}>
            <span aria-hidden="true">{say.number(folder.total)}</span>
            <span className={heard.heard}>{say.counted('drafts', folder.total)}</span>
          </span>
        )}
        {counted && (
          <span className={styles.count}>
            <span aria-hidden="true">{say.number(folder.unread)}</span>
            <span className={heard.heard}>{say.counted('unread', folder.unread)}</span>
          </span>
        )}
      </a>
    </li>
  );
}

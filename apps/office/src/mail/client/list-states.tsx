'use client';
import { folderKey, mailPath } from '../mail-address.ts';
import type { ShownProblem } from '../mail-screen-data.ts';
import styles from './list-states.module.css';
import { useMail, useMailState } from './mail-hooks.tsx';
import { PlainButton } from './plain-button.tsx';
import { followLink } from './plain-click.ts';

/** Rows without words, once waiting has become noticeable. */
export function ListSkeleton() {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {Array.from({ length: 9 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={index} className={styles.ghost}>
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}

export function EmptyList() {
  const { store, say } = useMail();
  const folder = useMailState((state) => state.folder);
  const filter = useMailState((state) => state.place.filter);
  if (!folder) return null;
  const words =
    filter === 'all' ? (`empty.${folder.role ?? 'folder'}` as const) : (`empty.${filter}` as const);
  const all = { filter: 'all' as const, thread: null };
  const mailbox = store.get().mailbox?.address;
  return (
    <div className={styles.empty}>
      <p>{say(words)}</p>
      {filter !== 'all' && mailbox && (
        <a href={mailPath({ mailbox, folder: folderKey(folder) })} onClick={followLink(() => store.go(all))}>
          {say('empty.show-all')}
        </a>
      )}
    </div>
  );
}

export function ListProblem({ problem }: { problem: ShownProblem }) {
  const { store, say } = useMail();
  return (
    <div className={styles.problem} role="alert">
      <p>
        <strong>{problem.title}</strong> {problem.hint}
      </p>
      <PlainButton onClick={() => void store.retryList()}>{say('do.try-again')}</PlainButton>
    </div>
  );
}

/** The next page as a link, for whoever has no script; with it, scrolling is enough. */
export function OlderLink() {
  const { say } = useMail();
  const next = useMailState((state) => state.list.next);
  const place = useMailState((state) => state.place);
  const folder = useMailState((state) => state.folder);
  if (!next || !place.mailbox || !folder) return null;
  const path = mailPath({ mailbox: place.mailbox, folder: folderKey(folder), filter: place.filter });
  return (
    <p className={styles.more}>
      <noscript>
        <a href={`${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`}>
          {say('row.older')}
        </a>
      </noscript>
      <span aria-hidden="true">{say('row.loading')}</span>
    </p>
  );
}

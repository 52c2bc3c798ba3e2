import type { FolderView, MailboxView } from '@kontor/mailbox';
import { readWriting, type Writing, writingQuery } from './letter/letter-data.ts';

export const filters = ['all', 'unread', 'starred'] as const;
export type Filter = (typeof filters)[number];

/** What an address under /mail names; the folder by its role, or by its id where it has none. */
export interface Place {
  mailbox: string | null;
  folder: string | null;
  thread: string | null;
  filter: Filter;
  /** The letter that is written over what is read. */
  writing?: Writing | null;
}

export const folderKey = (folder: Pick<FolderView, 'id' | 'role'>): string => folder.role ?? folder.id;

/** The address of a place: `/mail/hello@brightwater.example/inbox/<thread>?show=unread`. */
export function mailPath(place: {
  mailbox: string;
  folder?: string | null;
  thread?: string | null;
  filter?: Filter;
  writing?: Writing | null;
}): string {
  const parts = [place.mailbox, place.folder, place.thread].filter((part) => part != null && part !== '');
  const path = [
    '/mail',
    ...parts.map((part) => encodeURIComponent(String(part)).replaceAll('%40', '@')),
  ].join('/');
  const query = new URLSearchParams(place.writing ? writingQuery(place.writing) : {});
  if (place.filter && place.filter !== 'all') query.set('show', place.filter);
  return query.size > 0 ? `${path}?${query}` : path;
}

export function readPlace(path: string, search: string): Place {
  const [, , mailbox, folder, thread] = path.split('/').map(decoded);
  const query = new URLSearchParams(search);
  const show = query.get('show');
  const filter = filters.find((one) => one === show) ?? 'all';
  return {
    mailbox: mailbox || null,
    folder: folder || null,
    thread: thread || null,
    filter,
    writing: readWriting(query),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function findPlace(
  mailboxes: MailboxView[],
  { mailbox, folder }: Pick<Place, 'mailbox' | 'folder'>,
): { mailbox: MailboxView; folder: FolderView } | null {
  const box = mailbox === null ? mailboxes[0] : mailboxes.find(({ address }) => address === mailbox);
  const wanted = folder ?? 'inbox';
  const found = box?.folders.find((one) => folderKey(one) === wanted);
  return box && found ? { mailbox: box, folder: found } : null;
}

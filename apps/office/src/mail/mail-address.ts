import type { FolderView, MailboxView } from '@kontor/mailbox';

export const filters = ['all', 'unread', 'starred'] as const;
export type Filter = (typeof filters)[number];

/** What an address under /mail names; the folder by its role, or by its id where it has none. */
export interface Place {
  mailbox: string | null;
  folder: string | null;
  thread: string | null;
  filter: Filter;
}

export const folderKey = (folder: Pick<FolderView, 'id' | 'role'>): string => folder.role ?? folder.id;

/** The address of a place: `/mail/hello@brightwater.example/inbox/<thread>?show=unread`. */
export function mailPath(place: {
  mailbox: string;
  folder?: string | null;
  thread?: string | null;
  filter?: Filter;
}): string {
  const parts = [place.mailbox, place.folder, place.thread].filter((part) => part != null && part !== '');
  const path = [
    '/mail',
    ...parts.map((part) => encodeURIComponent(String(part)).replaceAll('%40', '@')),
  ].join('/');
  return place.filter && place.filter !== 'all' ? `${path}?show=${place.filter}` : path;
}

export function readPlace(path: string, search: string): Place {
  const [, , mailbox, folder, thread] = path.split('/').map(decoded);
  const show = new URLSearchParams(search).get('show');
  const filter = filters.find((one) => one === show) ?? 'all';
  return { mailbox: mailbox || null, folder: folder || null, thread: thread || null, filter };
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

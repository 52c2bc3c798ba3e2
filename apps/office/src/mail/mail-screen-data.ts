import type { ConversationPage, ConversationView, FolderView, MailboxView } from '@kontor/mailbox';
import type { Letter } from './letter/letter-data.ts';
import type { Filter, Place } from './mail-address.ts';

/** What went wrong, as it is shown. */
export interface ShownProblem {
  title: string;
  hint: string;
}

/** Everything the first drawing of the mail screen needs; the server makes it, the browser goes on from it. */
export interface MailScreenData {
  place: Place;
  mailboxes: MailboxView[];
  mailbox: MailboxView | null;
  folder: FolderView | null;
  page: ConversationPage;
  conversation: ConversationView | null;
  problem: ShownProblem | null;
  /** What the place says is being written, or why it cannot be opened. */
  letter: Letter | null;
  letterProblem: ShownProblem | null;
  /** Set when a plain form has just done something: what, and how to undo it. */
  done: { deed: string; undo: Undo | null } | null;
  me: string;
  language: string;
  timeZone: string;
  /** Milliseconds since 1970, the same on the server and in the browser's first drawing. */
  now: number;
  /** Number of the newest change the data knows of. */
  changesSeen: number;
}

export interface Undo {
  folder: string;
  thread: string;
  to: { folder: string };
}

export const deeds = ['archive', 'inbox', 'move', 'delete', 'read', 'unread', 'star', 'unstar'] as const;
export type Deed = (typeof deeds)[number];

export interface Change {
  deed: Deed;
  folder: string;
  thread: string;
  /** Folder id, for "move". */
  to?: string;
}

/** One line of the live stream. */
export interface LiveEvent {
  kind: 'mail.arrived' | 'mail.changed';
  mailbox: string;
  folder: string;
  thread: string;
}

export interface ListKey {
  folder: string;
  filter: Filter;
}

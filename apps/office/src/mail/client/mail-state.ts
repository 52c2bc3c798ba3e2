import type {
  ConversationPage,
  ConversationRow,
  ConversationView,
  FolderView,
  MailboxView,
} from '@kontor/mailbox';
import { findPlace, type Place } from '../mail-address.ts';
import type { Change, MailScreenData, ShownProblem } from '../mail-screen-data.ts';

export interface Notice {
  id: number;
  text: string;
  tone: 'plain' | 'problem';
  undo: WayBack | null;
}

export interface WayBack {
  undo(): Promise<void>;
  /** Milliseconds since 1970 until which it can be undone; as long as it is shown where there is none. */
  until?: number;
  /** What is said when it is undone. */
  done: string;
}

export interface MailState {
  mailboxes: MailboxView[];
  place: Place;
  mailbox: MailboxView | null;
  folder: FolderView | null;
  list: ListState;
  /** The conversation that the place names; null while it is on its way. */
  conversation: ConversationView | null;
  conversationProblem: ShownProblem | null;
  /** The row that keys act on. */
  cursor: string | null;
  notice: Notice | null;
  connection: 'live' | 'away' | 'offline';
}

export interface ListState {
  rows: ConversationRow[];
  next: string | null;
  loading: boolean;
  problem: ShownProblem | null;
}

export function firstState(data: MailScreenData): MailState {
  return {
    mailboxes: data.mailboxes,
    place: data.place,
    mailbox: data.mailbox,
    folder: data.folder,
    list: { rows: data.page.rows, next: data.page.next, loading: false, problem: null },
    conversation: data.conversation,
    conversationProblem: data.problem,
    cursor: data.place.thread,
    notice: null,
    connection: 'live',
  };
}

/** The state with what the mailboxes say now; the place's own mailbox and folder follow. */
export function withMailboxes(state: MailState, mailboxes: MailboxView[]): MailState {
  const found = findPlace(mailboxes, state.place);
  return {
    ...state,
    mailboxes,
    mailbox: found?.mailbox ?? state.mailbox,
    folder: found?.folder ?? state.folder,
  };
}

/** A fresh first page laid over the rows there are: what lies below it stays where it was. */
export function mergeHead(
  rows: ConversationRow[],
  next: string | null,
  head: ConversationPage,
): Pick<ListState, 'rows' | 'next'> {
  const last = head.rows.at(-1);
  if (!last || head.next === null) return { rows: head.rows, next: head.next };
  const fresh = new Set(head.rows.map(({ thread }) => thread));
  const below = rows.filter(({ thread, date }) => !fresh.has(thread) && date < last.date);
  return below.length > 0 ? { rows: [...head.rows, ...below], next } : { rows: head.rows, next: head.next };
}

export function appendPage(list: ListState, page: ConversationPage): ListState {
  const known = new Set(list.rows.map(({ thread }) => thread));
  const rows = [...list.rows, ...page.rows.filter(({ thread }) => !known.has(thread))];
  return { rows, next: page.next, loading: false, problem: null };
}

/** The rows with one of them as its conversation is now, or without it. */
export function withRow(
  rows: ConversationRow[],
  thread: string,
  view: ConversationView | null,
): ConversationRow[] {
  if (!view) return rows.filter((row) => row.thread !== thread);
  const unread = view.messages.some(({ seen }) => !seen);
  const starred = view.messages.some(({ flagged }) => flagged);
  return rows.map((row) =>
    row.thread === thread ? { ...row, unread, starred, count: view.messages.length } : row,
  );
}

const leaves = (change: Change): boolean => ['archive', 'inbox', 'move', 'delete'].includes(change.deed);

/** The state as it will be when the office has done it. */
export function withChange(state: MailState, change: Change): MailState {
  const row = state.list.rows.find(({ thread }) => thread === change.thread);
  if (leaves(change)) {
    const rows = state.list.rows.filter(({ thread }) => thread !== change.thread);
    return countUnread({ ...state, list: { ...state.list, rows } }, row?.unread ? -1 : 0);
  }
  const set = changed(change);
  const rows = state.list.rows.map((one) => (one.thread === change.thread ? { ...one, ...set } : one));
  const step = row && set.unread !== undefined && set.unread !== row.unread ? (set.unread ? 1 : -1) : 0;
  return countUnread({ ...state, list: { ...state.list, rows } }, step);
}

function changed({ deed }: Change): Partial<Pick<ConversationRow, 'unread' | 'starred'>> {
  if (deed === 'read' || deed === 'unread') return { unread: deed === 'unread' };
  return { starred: deed === 'star' };
}

function countUnread(state: MailState, step: number): MailState {
  if (step === 0 || !state.folder) return state;
  const folder = { ...state.folder, unread: Math.max(0, state.folder.unread + step) };
  const swap = (box: MailboxView): MailboxView => ({
    ...box,
    folders: box.folders.map((one) => (one.id === folder.id ? folder : one)),
  });
  return withMailboxes(state, state.mailboxes.map(swap));
}

/** The row after this one, or the one before when it is the last: where the reader goes when it leaves. */
export function neighbour(
  rows: ConversationRow[],
  thread: string | null,
  step: 1 | -1,
): ConversationRow | null {
  const index = rows.findIndex((row) => row.thread === thread);
  if (index < 0) return rows[0] ?? null;
  return rows[index + step] ?? null;
}

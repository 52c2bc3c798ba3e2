import type { Writing } from '../letter/letter-data.ts';
import { findPlace, folderKey, mailPath, type Place } from '../mail-address.ts';
import type { Change, Deed, LiveEvent, MailScreenData, ShownProblem, Undo } from '../mail-screen-data.ts';
import type { Speak } from '../texts/speak.ts';
import { createConversationCache } from './conversation-cache.ts';
import {
  appendPage,
  firstState,
  type MailState,
  mergeHead,
  neighbour,
  type WayBack,
  withChange,
  withMailboxes,
  withRow,
} from './mail-state.ts';
import { CallProblem, type OfficeCalls } from './office-calls.ts';

/** So many rows far down the list are looked at again one by one. */
const mostBelow = 10;

export type MailStore = ReturnType<typeof createMailStore>;

interface Parts {
  data: MailScreenData;
  calls: OfficeCalls;
  say: Speak;
  /** Changes the browser's address without loading a page. */
  navigate(path: string, how: 'push' | 'replace'): void;
}

/** The mail screen's state and what can be done to it: at once on the screen, then at the office, undone if that fails. */
export function createMailStore({ data, calls, say, navigate }: Parts) {
  let state = firstState(data);
  let notices = 0;
  const listeners = new Set<() => void>();
  const cache = createConversationCache(calls);
  if (data.conversation && data.folder) cache.put(data.folder.id, data.conversation);

  const set = (next: MailState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const patch = (part: Partial<MailState>) => set({ ...state, ...part });
  const patchList = (part: Partial<MailState['list']>) => patch({ list: { ...state.list, ...part } });
  const notify = (text: string, undo: WayBack | null = null, tone: 'plain' | 'problem' = 'plain') => {
    notices += 1;
    patch({ notice: { id: notices, text, undo, tone } });
  };
  const notDone = (error: unknown) => {
    const why = error instanceof CallProblem && error.shown ? error.shown.title : '';
    notify(`${say('state.not-done')} ${why}`.trim(), null, 'problem');
  };
  const problemOf = (error: unknown): ShownProblem =>
    (error instanceof CallProblem && error.shown) || {
      title: say('state.not-loaded'),
      hint: say('state.check-connection'),
    };

  async function loadList(): Promise<void> {
    const { folder, place } = state;
    if (!folder) return;
    patch({ list: { rows: [], next: null, loading: true, problem: null } });
    try {
      const page = await calls.conversations({ folder: folder.id, filter: place.filter });
      if (isStillHere(folder.id, place)) patch({ list: { ...page, loading: false, problem: null } });
    } catch (error) {
      if (isStillHere(folder.id, place)) patchList({ loading: false, problem: problemOf(error) });
    }
  }

  async function loadMore(): Promise<void> {
    const { folder, place, list } = state;
    if (!folder || !list.next || list.loading || list.problem) return;
    patchList({ loading: true });
    try {
      const page = await calls.conversations({
        folder: folder.id,
        filter: place.filter,
        after: list.next,
        limit: 100,
      });
      if (isStillHere(folder.id, place)) patch({ list: appendPage(state.list, page) });
    } catch (error) {
      if (isStillHere(folder.id, place)) patchList({ loading: false, problem: problemOf(error) });
    }
  }

  const isStillHere = (folder: string, place: Place) =>
    state.folder?.id === folder && state.place.filter === place.filter;

  async function loadConversation({ again = false } = {}): Promise<void> {
    const { folder, place } = state;
    if (!folder || !place.thread) return;
    const { thread } = place;
    const here = () => state.folder?.id === folder.id && state.place.thread === thread;
    const known = cache.get(folder.id, thread);
    patch({ conversation: known ?? (again ? state.conversation : null), conversationProblem: null });
    if (known && !again) return markRead();
    try {
      const conversation = await cache.load(folder.id, thread, { again });
      if (here()) patch({ conversation });
      if (here() && !again) markRead();
    } catch (error) {
      if (here() && !(again && !(error instanceof CallProblem)))
        patch({ conversation: null, conversationProblem: problemOf(error) });
    }
  }

  /** Reading is enough; nobody should have to say so. */
  function markRead(): void {
    const { folder, conversation } = state;
    if (!folder || !conversation?.messages.some(({ seen }) => !seen)) return;
    change({ deed: 'read', folder: folder.id, thread: conversation.thread });
  }

  /** What has been done on the screen and not yet been answered by the office. */
  let underWay: Promise<unknown> = Promise.resolve();
  function change(wanted: Change): void {
    underWay = Promise.all([underWay, carryOut(wanted)]);
  }

  async function carryOut(change: Change): Promise<void> {
    const before = state;
    const leaves = ['archive', 'inbox', 'move', 'delete'].includes(change.deed);
    const forGood = change.deed === 'delete' && state.folder?.role === 'trash';
    set(withChange(state, change));
    if (leaves) {
      cache.drop(change.folder, change.thread);
      afterLeaving(before, change.thread);
    } else cache.drop(change.folder, change.thread);
    try {
      const { undo } = await calls.change(change);
      if (leaves) notify(wordsOf(change, forGood), undo && wayBack(undo));
      if (change.deed === 'read' && state.conversation?.thread === change.thread) {
        const messages = state.conversation.messages.map((message) => ({ ...message, seen: true }));
        patch({ conversation: { ...state.conversation, messages } });
      }
    } catch (error) {
      patch({ list: before.list, mailboxes: before.mailboxes, folder: before.folder, cursor: before.cursor });
      if (change.deed !== 'read') notDone(error);
    }
  }

  function afterLeaving(before: MailState, thread: string): void {
    const rows = before.list.rows;
    const heir = neighbour(rows, thread, 1) ?? neighbour(rows, thread, -1);
    patch({ cursor: heir?.thread ?? null });
    if (before.place.thread !== thread) return;
    // Wide: the next one opens beside the list. Narrow: back to the list, where the reader came from.
    go({ thread: isNarrow() ? null : (heir?.thread ?? null) }, 'replace');
  }

  function wordsOf({ deed, to }: Change, forGood: boolean): string {
    if (forGood) return say('done.delete-for-good');
    if (deed === 'delete') return say('done.delete');
    if (deed === 'archive') return say('done.archive');
    const target = state.mailbox?.folders.find(
      (one) => one.id === to || (deed === 'inbox' && one.role === 'inbox'),
    );
    return say('done.move', { folder: target?.role ? say(`folder.${target.role}`) : (target?.name ?? '') });
  }

  const wayBack = ({ folder, thread, to }: Undo): WayBack => ({
    async undo() {
      await calls.change({ deed: 'move', folder, thread, to: to.folder });
      await refresh();
    },
    done: say('done.undo'),
  });

  async function undo(): Promise<void> {
    // Whoever is quicker than the office means what was just done, not what was done before it.
    await underWay;
    const wanted = state.notice?.undo;
    if (!wanted) return;
    patch({ notice: null });
    try {
      await wanted.undo();
      notify(wanted.done);
    } catch (error) {
      notDone(error);
    }
  }

  /** Goes to another place: the address first, then the screen. */
  function go(to: Partial<Place>, how: 'push' | 'replace' | 'none' = 'push'): void {
    const place = { ...state.place, writing: null, ...to };
    const found = findPlace(state.mailboxes, place);
    const before = state;
    const moved = found?.folder.id !== before.folder?.id || place.filter !== before.place.filter;
    if (how !== 'none' && place.mailbox) navigate(mailPath({ ...place, mailbox: place.mailbox }), how);
    patch({
      place,
      mailbox: found?.mailbox ?? state.mailbox,
      folder: found?.folder ?? state.folder,
      cursor: place.thread ?? (moved ? null : state.cursor),
      conversation: place.thread === before.place.thread && !moved ? state.conversation : null,
      conversationProblem: null,
    });
    if (moved) void loadList();
    if (place.thread && (moved || place.thread !== before.place.thread || !state.conversation))
      void loadConversation();
  }

  async function refresh(events: LiveEvent[] = []): Promise<void> {
    const { folder, place } = state;
    if (!folder) return;
    for (const event of events) cache.drop(event.folder, event.thread);
    let fresh: Set<string>;
    try {
      const [mailboxes, head] = await Promise.all([
        calls.mailboxes(),
        calls.conversations({ folder: folder.id, filter: place.filter }),
      ]);
      fresh = new Set(head.rows.map(({ thread }) => thread));
      const next = withMailboxes(state, mailboxes);
      if (!isStillHere(folder.id, place)) return set(next);
      set({
        ...next,
        list: { ...next.list, ...mergeHead(next.list.rows, next.list.next, head), problem: null },
      });
    } catch {
      return;
    }
    await refreshChanged(folder.id, events, fresh);
  }

  /** Rows below the fresh page that changed or left, and the conversation that is being read. */
  async function refreshChanged(folder: string, events: LiveEvent[], fresh: Set<string>): Promise<void> {
    const touched = new Set(events.filter((event) => event.folder === folder).map(({ thread }) => thread));
    if (state.place.thread && touched.has(state.place.thread)) await loadConversation({ again: true });
    const below = state.list.rows.filter(({ thread }) => touched.has(thread) && !fresh.has(thread));
    for (const { thread } of below.slice(0, mostBelow)) await refreshRow(folder, thread);
  }

  async function refreshRow(folder: string, thread: string): Promise<void> {
    const view = await cache.load(folder, thread, { again: true }).catch((error) => {
      return error instanceof CallProblem && error.status === 404 ? 'gone' : null;
    });
    if (view === null || state.folder?.id !== folder) return;
    patchList({ rows: withRow(state.list.rows, thread, view === 'gone' ? null : view) });
  }

  const pathOf = (to: Pick<Place, 'thread' | 'writing'>): string =>
    state.place.mailbox === null
      ? '/mail'
      : mailPath({
          ...{ ...state.place, ...to, mailbox: state.place.mailbox },
          folder: state.folder ? folderKey(state.folder) : null,
        });

  const target = (): string | null => state.place.thread ?? state.cursor;

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => state,
    go,
    loadMore,
    retryList: () => {
      patchList({ problem: null });
      return state.list.rows.length > 0 ? loadMore() : loadList();
    },
    retryConversation: () => loadConversation(),
    markRead,
    change,
    undo,
    refresh,
    prefetch: (thread: string) => (state.folder ? cache.warm(state.folder.id, thread) : undefined),
    moveCursor: (cursor: string | null) => patch({ cursor }),
    dismissNotice: (id: number) => (state.notice?.id === id ? patch({ notice: null }) : undefined),
    notify,
    setConnection: (connection: MailState['connection']) =>
      state.connection === connection ? undefined : patch({ connection }),
    /** A deed on the conversation that is open, or else on the row the keys stand on. */
    act(deed: Deed, thread: string | null = target(), to?: string) {
      // A draft is opened, not filed.
      if (!state.folder || !thread || thread.startsWith('draft:')) return;
      change({ deed, folder: state.folder.id, thread, ...(to ? { to } : {}) });
    },
    /** Begins to write; what is read stays below it. */
    write: (writing: Writing) => go({ writing }),
    target,
    neighbour: (step: 1 | -1) => neighbour(state.list.rows, target(), step),
    pathTo: (thread: string | null) => pathOf({ thread, writing: null }),
    /** Where something is written, over what is being read or over the list. */
    pathToWrite: (writing: Writing, thread = state.place.thread) => pathOf({ thread, writing }),
  };
}

const isNarrow = (): boolean => typeof matchMedia === 'function' && matchMedia('(max-width: 45rem)').matches;

import type { ConversationView } from '@kontor/mailbox';
import type { OfficeCalls } from './office-calls.ts';

const kept = 30;

/** The last conversations that were read or are about to be, so that opening one again waits for nothing. */
export function createConversationCache(calls: Pick<OfficeCalls, 'conversation'>) {
  const known = new Map<string, ConversationView>();
  const underWay = new Map<string, Promise<ConversationView>>();
  const keyOf = (folder: string, thread: string) => `${folder} ${thread}`;

  const cache = {
    get: (folder: string, thread: string) => known.get(keyOf(folder, thread)),
    put(folder: string, view: ConversationView): void {
      const key = keyOf(folder, view.thread);
      known.delete(key);
      known.set(key, view);
      const [oldest] = known.keys();
      if (known.size > kept && oldest !== undefined) known.delete(oldest);
    },
    drop: (folder: string, thread: string) => void known.delete(keyOf(folder, thread)),
    async load(folder: string, thread: string, { again = false } = {}): Promise<ConversationView> {
      const key = keyOf(folder, thread);
      const present = again ? undefined : (underWay.get(key) ?? known.get(key));
      if (present) return present;
      const loading = calls.conversation(folder, thread);
      underWay.set(key, loading);
      try {
        const view = await loading;
        cache.put(folder, view);
        return view;
      } finally {
        underWay.delete(key);
      }
    },
    /** Loads what will probably be opened next; that it failed is told when it is opened. */
    warm(folder: string, thread: string): void {
      if (!known.has(keyOf(folder, thread))) cache.load(folder, thread).catch(() => {});
    },
  };
  return cache;
}

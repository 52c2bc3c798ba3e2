import type { Caller } from '@kontor/core';
import type { Change } from '@kontor/data';
import { mailboxesOf } from '@kontor/mailbox';
import type { Office } from '@kontor/suite';
import { type ChangesFeed, createChangesFeed } from '#changes-feed.ts';
import type { LiveEvent } from '../mail-screen-data.ts';

const heartbeatMs = 15_000;
/** How long a person's rights are taken as known: a mailbox withdrawn is silent within this time. */
const rightsMs = 5_000;

const feeds = new WeakMap<Office, ChangesFeed>();

function feedOf(office: Office): ChangesFeed {
  const feed = feeds.get(office) ?? createChangesFeed(office.changes);
  feeds.set(office, feed);
  return feed;
}

/** A reader who takes nothing in is let go: what waits for it is held in memory. */
const mostWaiting = 256;

interface Live {
  after: number;
  /** Whose screen it is. */
  person: string;
  /** Who asks, as they stand now; throws when they may not come in any more. Asked before events and at each heartbeat. */
  callerNow(): Promise<Caller>;
  /** Ends when the reader goes. */
  signal: AbortSignal;
  /** Called once, when the stream ends. */
  leave(): void;
}

/** Server-sent events (HTML Living Standard §9.2): one for each change in a mailbox the person reads. */
export function liveAnswer(
  office: Office,
  { after, person: reader, callerNow, signal, leave }: Live,
): Response {
  const ending = new AbortController();
  const until = AbortSignal.any([signal, ending.signal]);
  const utf8 = new TextEncoder();
  const mayRead = rightsOf(office);
  const person = () =>
    callerNow().then(
      ({ person }) => person,
      () => null,
    );
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        if (until.aborted) return;
        if ((controller.desiredSize ?? 0) < -mostWaiting) return ending.abort();
        controller.enqueue(utf8.encode(text));
      };
      const heartbeat = setInterval(async () => {
        if (await person()) write(': still here\n\n');
        else ending.abort();
      }, heartbeatMs);
      until.addEventListener('abort', () => {
        clearInterval(heartbeat);
        leave();
        try {
          controller.close();
        } catch {
          // The reader went first.
        }
      });
      write('retry: 2000\n\n');
      const onChanges = async (changes: Change[]) => {
        const mail = changes.filter(({ kind }) => kind.startsWith('mail.'));
        const isShut = changes.some(({ kind, subject }) => kind === 'session.closed' && subject === reader);
        if (mail.length === 0 && !isShut) return;
        const now = await person();
        if (!now) return ending.abort();
        for (const change of mail) {
          const event = toEvent(change);
          if (isFor(change, now) && (await mayRead(now, event.mailbox)))
            write(`id: ${change.seq}\nevent: change\ndata: ${JSON.stringify(event)}\n\n`);
        }
      };
      void feedOf(office)
        .follow({ after, signal: until, onChanges })
        .catch(() => ending.abort());
    },
    cancel: () => ending.abort(),
  });
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'private, no-store, no-transform',
      // nginx would gather the events otherwise.
      'x-accel-buffering': 'no',
    },
  });
}

/** What concerns one person only names them. */
const isFor = ({ data }: Change, { id }: Reader): boolean => (data['person'] ?? id) === id;

const toEvent = ({ kind, data }: Change): LiveEvent => ({
  kind: kind as LiveEvent['kind'],
  mailbox: String(data['mailbox']),
  folder: String(data['folder']),
  thread: String(data['thread']),
});

type Reader = NonNullable<Caller['person']>;

/** Asked of the database, not of what was true when the stream began; the answer is kept for a moment. */
function rightsOf(office: Office): (reader: Reader, mailbox: string) => Promise<boolean> {
  let known: { at: number; ids: Set<string> } | null = null;
  return async (reader, mailbox) => {
    const now = office.clock.now();
    if (!known || now - known.at > rightsMs) {
      const mailboxes = await mailboxesOf(office, reader);
      known = { at: now, ids: new Set(mailboxes.map(({ id }) => id)) };
    }
    return known.ids.has(mailbox);
  };
}

import type { Row } from '@kontor/data';
import type { Address } from '#types.ts';
import { mostRecipients } from './letter-fields.ts';

interface Heads {
  from: Address[];
  to: Address[];
  cc: Address[];
}

/**
 * Whom an answer goes to: where the sender wants answers (RFC 5322 §3.6.2), or, under one's own message, those it went to.
 * Nobody twice, and not oneself.
 */
export function answeredTo(
  { from, to, cc }: Heads,
  replyTo: Address[],
  own: ReadonlySet<string>,
  all: boolean,
): { to: Address[]; cc: Address[] } {
  const isOwn = ({ address }: Address): boolean => own.has(address.toLowerCase());
  const asked = replyTo.length > 0 ? replyTo : from;
  const isMine = asked.length > 0 && asked.every(isOwn);
  const first = distinct(isMine ? to : asked, new Set());
  const taken = new Set([...own, ...first.map(({ address }) => address.toLowerCase())]);
  const rest = all ? distinct([...(isMine ? [] : to), ...cc], taken) : [];
  return { to: first, cc: rest };
}

function distinct(people: Address[], taken: ReadonlySet<string>): Address[] {
  const known = new Set(taken);
  return people
    .filter(({ address }) => {
      const key = address.toLowerCase();
      if (!key || known.has(key)) return false;
      known.add(key);
      return true;
    })
    .slice(0, mostRecipients);
}

const prefixes = {
  reply: /^\s*(re|aw|antw|sv|vs|odp|rif|ответ|رد)\s*(\[\d+\])?\s*[:：]/iu,
  forward: /^\s*(fwd?|wg|tr|vb|i|пересл|إعادة توجيه)\s*[:：]/iu,
};

/** "Re: " and "Fwd: " as every mail program knows them, once. */
export function subjectOf(kind: 'reply' | 'reply-all' | 'forward', subject: string): string {
  const way = kind === 'forward' ? 'forward' : 'reply';
  if (prefixes[way].test(subject)) return subject;
  return `${way === 'forward' ? 'Fwd' : 'Re'}: ${subject}`.slice(0, 1000);
}

/** RFC 5322 §3.6.4: the answer refers to the message and to all that it referred to. */
export function linksOf(row: Row): { inReplyTo: string | null; references: string[] } {
  const messageId = typeof row['messageId'] === 'string' && row['messageId'] ? row['messageId'] : null;
  const before = (Array.isArray(row['references']) ? row['references'] : []) as string[];
  const known = before.length > 0 || !row['inReplyTo'] ? before : [String(row['inReplyTo'])];
  // The first names the conversation; of a very long one the middle may go.
  const kept = known.length > 40 ? [...known.slice(0, 1), ...known.slice(-39)] : known;
  return { inReplyTo: messageId, references: messageId ? [...kept, messageId] : kept };
}

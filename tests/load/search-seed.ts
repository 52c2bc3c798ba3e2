import type { Row } from '@kontor/data';
import { findMailboxByAddress, folderId } from '@kontor/mailbox';
import type { Office } from '@kontor/suite';

const syllables = 'ka lo mi ser tan vel dor ni pra ske bol ru fen gha ost ire um'.split(' ');
const vocabulary = Array.from({ length: 6000 }, (_, at) => {
  const [first, second, third] = [at % 17, Math.floor(at / 17) % 17, Math.floor(at / 289) % 17];
  return `${syllables[first]}${syllables[second]}${syllables[third]}${at > 4912 ? 's' : ''}`;
});

/** Of chance that is the same each time; common words are common, as in a language (Zipf). */
export function speaker(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const word = (): string => vocabulary[Math.floor(vocabulary.length ** next()) - 1] ?? 'ka';
  return { next, word, words: (count: number) => Array.from({ length: count }, word).join(' ') };
}

const batch = 500;
const spaces = 10;

/** Pages in ten spaces, of which staff may read the first six. Each is one passage. */
export async function seedPages(office: Office, count: number): Promise<void> {
  const say = speaker(7);
  const now = office.clock.now();
  const ids = Array.from({ length: spaces }, (_, at) => `space-${at}`);
  await office.bulk.write([
    {
      op: 'insert',
      into: 'wiki-spaces',
      rows: ids.map((id) => ({ id, name: id, slug: id, about: '', rank: id, moves: 0, lastMove: null })),
    },
    {
      op: 'insert',
      into: 'wiki-rights',
      rows: ids.slice(0, 6).map((space) => ({ id: `${space}:all`, space, group: 'everyone', may: 'read' })),
    },
  ]);
  for (let first = 0; first < count; first += batch) {
    const numbers = Array.from({ length: Math.min(batch, count - first) }, (_, at) => first + at);
    const rows = numbers.map((at) => ({ id: `page${String(at).padStart(6, '0')}`, title: say.words(4), at }));
    const pages = rows.map(({ id, title, at }): Row => {
      const place = { space: `space-${at % spaces}`, parent: null, rank: id, moved: 0 };
      const times = { createdAt: now - at, changedAt: now - at, trashedAt: null, trashedWith: null };
      return { id, title, version: 1, author: null, ...place, ...times };
    });
    const versions = rows.map(({ id, title, at }): Row => {
      const text = say.words(120);
      const document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
      return { id: `${id}:1`, page: id, number: 1, title, document, author: null, at, restores: null };
    });
    await office.bulk.write([
      { op: 'insert', into: 'wiki-pages', rows: pages },
      { op: 'insert', into: 'wiki-versions', rows: versions },
    ]);
  }
}

/** Messages in the inbox of that address, each a conversation of its own and one passage. */
export async function seedMail(office: Office, address: string, count: number): Promise<void> {
  const mailbox = await findMailboxByAddress(office, address);
  if (!mailbox) throw new Error(`there is no mailbox ${address}`);
  const say = speaker(11);
  const folder = folderId(mailbox.id, 'inbox');
  const none = { to: [], cc: [], replyTo: [], references: [], attachments: [], dropped: [] };
  for (let first = 0; first < count; first += batch) {
    const ids = Array.from(
      { length: Math.min(batch, count - first) },
      (_, at) => `${mailbox.id}:${first + at}`,
    );
    const date = office.clock.now() - first * 60_000;
    const messages = ids.map((id): Row => {
      const from = [{ name: say.words(2), address: `${say.word()}@elsewhere.example` }];
      const kept = { blob: '0'.repeat(64), prefix: '', size: 1000, verdict: null, hasHtml: false };
      const words = { subject: say.words(5), text: say.words(120), preview: '', messageId: id };
      return { id, mailbox: mailbox.id, thread: id, internalDate: date, from, ...none, ...kept, ...words };
    });
    const flags = { seen: true, flagged: false, answered: false, draft: false, deleted: false };
    const placements = ids.map((id): Row => {
      const more = { keywords: [], attachments: false, expunged: false };
      return { id, mailbox: mailbox.id, message: id, thread: id, date, ...flags, ...more };
    });
    await office.bulk.write([
      { op: 'insert', into: 'messages', rows: messages },
      { op: 'append', into: 'placements', scope: { folder }, numbers: ['uid', 'modseq'], rows: placements },
    ]);
  }
}

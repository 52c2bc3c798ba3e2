import type { Op, Row } from '@kontor/data';
import { findMailboxByAddress, folderId } from '@kontor/mailbox';
import type { Office } from '@kontor/suite';

const chunk = 500;
const minute = 60_000;
const words = 'oak ash stairs frame hinge varnish drawing invoice measure delivery window kitchen'.split(' ');

interface Wanted {
  address: string;
  conversations: number;
  /** Every so many-th conversation has two messages more. */
  longEvery?: number;
  /** What the person has seen already, by the conversation's number; 0 is the newest. */
  seen?: { person: string; has(conversation: number): boolean };
}

/** Fills an inbox by bulk writes, as if its mail had come in over the last weeks. Answers the folder's id. */
export async function seedInbox(office: Office, wanted: Wanted): Promise<string> {
  const { address, conversations, longEvery = 10, seen } = wanted;
  const mailbox = await findMailboxByAddress(office, address);
  if (!mailbox) throw new Error(`there is no mailbox ${address}`);
  const folder = folderId(mailbox.id, 'inbox');
  const now = office.clock.now();
  for (let first = 0; first < conversations; first += chunk) {
    const numbers = Array.from(
      { length: Math.min(chunk, conversations - first) },
      (_, index) => first + index,
    );
    const messages: Row[] = [];
    const placements: Row[] = [];
    const marks: Row[] = [];
    for (const number of numbers) {
      const thread = `thread-${String(number).padStart(6, '0')}`;
      const count = number % longEvery === 0 ? 3 : 1;
      for (let turn = 0; turn < count; turn += 1) {
        const id = `${mailbox.id}:${number}-${turn}`;
        const date = now - number * minute - turn * 1000;
        const isSeen = seen?.has(number) ?? false;
        messages.push(messageRow({ id, mailbox: mailbox.id, thread, number, date }));
        placements.push({
          ...placementFlags,
          id,
          mailbox: mailbox.id,
          message: id,
          thread,
          date,
          seen: isSeen,
        });
        if (seen && isSeen)
          marks.push({ id: `${seen.person}:${id}`, person: seen.person, folder, placement: id, message: id });
      }
    }
    const place: Op = {
      op: 'append',
      into: 'placements',
      scope: { folder },
      numbers: ['uid', 'modseq'],
      rows: placements,
    };
    const inserts: Op[] = [
      { op: 'insert', into: 'messages', rows: messages },
      ...(mailbox.kind === 'shared' ? [{ op: 'insert' as const, into: 'marks', rows: marks }] : []),
    ];
    await Promise.all(inserts.flatMap(slices).map((op) => office.bulk.write([op])));
    await office.bulk.write([place]);
  }
  return folder;
}

/** MongoDB inserts row by row: a few writers at once keep it busy. */
const slices = (op: Op): Op[] =>
  op.op === 'insert'
    ? Array.from({ length: 8 }, (_, lane) => ({
        ...op,
        rows: op.rows.filter((_row, index) => index % 8 === lane),
      }))
    : [op];

const placementFlags = {
  flagged: false,
  answered: false,
  draft: false,
  deleted: false,
  expunged: false,
  keywords: [],
  attachments: false,
};

function messageRow(about: {
  id: string;
  mailbox: string;
  thread: string;
  number: number;
  date: number;
}): Row {
  const { id, mailbox, thread, number, date } = about;
  const word = (step: number) => words[(number * 7 + step * 5) % words.length] ?? '';
  const subject = `${number}: ${word(0)} and ${word(1)}`;
  const text = Array.from({ length: 40 }, (_, step) => word(step)).join(' ');
  return {
    id,
    mailbox,
    thread,
    blob: '0'.repeat(64),
    prefix: '',
    dropped: [],
    size: 1000,
    internalDate: date,
    subject,
    from: [{ name: `${word(2)} ${word(3)}`, address: `writer${number % 300}@elsewhere.example` }],
    to: [],
    cc: [],
    replyTo: [],
    messageId: `${id}@elsewhere.example`,
    references: [],
    text,
    hasHtml: false,
    attachments: [],
    preview: text.slice(0, 160),
    verdict: null,
  };
}

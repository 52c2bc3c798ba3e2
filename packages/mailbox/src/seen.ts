import type { Op, Row } from '@kontor/data';
import type { MailContext } from './context.ts';
import type { Mailbox } from './mailboxes.ts';

type Parts = Pick<MailContext, 'bulk'>;

/** A placement and its message. */
export interface Placed {
  id: string;
  message: string;
}

interface Reader {
  folder: string;
  mailbox: Mailbox;
  person: string;
}

export const placedOf = (rows: readonly Row[]): Placed[] =>
  rows.map(({ id, message }) => ({ id, message: String(message) }));

/** Which of these placements in a folder of a shared mailbox the person has seen. */
export async function seenMarks(
  { bulk }: Parts,
  folder: string,
  person: string,
  placements: readonly string[],
): Promise<Set<string>> {
  const where = { folder, person, placement: { in: placements } };
  const rows = await bulk.find('marks', where, { select: ['placement'] });
  return new Set(rows.map((row) => String(row['placement'])));
}

/** How many messages of the folder the person has not seen: two counts on an index at most. */
export async function countUnread(
  { bulk }: Parts,
  { folder, mailbox, person }: { folder: { id: string }; mailbox: Mailbox; person: string },
): Promise<number> {
  const there = { folder: folder.id, expunged: false };
  if (mailbox.kind === 'personal') return bulk.count('placements', { ...there, seen: false });
  const total = await bulk.count('placements', there);
  // Between the two counts somebody may have moved something.
  return Math.max(0, total - (await bulk.count('marks', { folder: folder.id, person })));
}

const markRow = (person: string, folder: string, { id, message }: Placed): Row => ({
  id: `${person}:${id}`,
  person,
  folder,
  placement: id,
  message,
});

/** The steps that mark messages seen or unseen: a flag in one's own mailbox, a row per person in a shared one. */
export function seenOps({ folder, mailbox, person }: Reader, placed: readonly Placed[], seen: boolean): Op[] {
  const ids = placed.map(({ id }) => id);
  if (mailbox.kind === 'personal') {
    const where = { id: { in: ids }, expunged: false, seen: !seen };
    return [{ op: 'touch', in: 'placements', scope: { folder }, where, number: 'modseq', set: { seen } }];
  }
  if (!seen) return [{ op: 'delete', in: 'marks', where: { folder, person, placement: { in: ids } } }];
  return [{ op: 'insert', into: 'marks', rows: placed.map((one) => markRow(person, folder, one)) }];
}

/**
 * To be called after a write of marks: placements that left the folder meanwhile take them along. Whoever moves a message
 * looks for marks after its move, whoever marks one looks for moves after its marks: one of the two sees the other.
 */
export async function followMoves({ bulk }: Parts, person: string, placed: readonly Placed[]): Promise<void> {
  const left = await bulk.find(
    'placements',
    { id: { in: placed.map(({ id }) => id) }, expunged: true },
    { select: ['message'] },
  );
  if (left.length === 0) return;
  const messages = placedOf(left).map(({ message }) => message);
  const there = { message: { in: messages }, expunged: false };
  const rows = await bulk.find('placements', there, { select: ['message', 'folder'] });
  const marks = left.map(({ id }) => `${person}:${id}`);
  await bulk.write([
    { op: 'insert', into: 'marks', rows: rows.map((row) => markRowOf(person, row)) },
    { op: 'delete', in: 'marks', where: { id: { in: marks } } },
  ]);
  await followMoves({ bulk }, person, placedOf(rows));
}

const markRowOf = (person: string, row: Row): Row =>
  markRow(person, String(row['folder']), { id: row.id, message: String(row['message']) });

/** Everyone's marks on placements that are moved: the steps that carry them to where the messages go. */
export async function carryMarks(
  { bulk }: Parts,
  moved: readonly { from: Placed; to: { folder: string; placement: string } | null }[],
): Promise<Op[]> {
  const targets = new Map(moved.map(({ from, to }) => [from.id, to]));
  const marks = await bulk.find('marks', {
    message: { in: moved.map(({ from }) => from.message) },
    placement: { in: [...targets.keys()] },
  });
  if (marks.length === 0) return [];
  const rows = marks.flatMap((mark) => {
    const to = targets.get(String(mark['placement']));
    const message = String(mark['message']);
    return to ? [markRow(String(mark['person']), to.folder, { id: to.placement, message })] : [];
  });
  return [
    { op: 'insert', into: 'marks', rows },
    { op: 'delete', in: 'marks', where: { id: { in: marks.map(({ id }) => id) } } },
  ];
}

import type { Op } from '@kontor/data';
import type { MailContext } from './context.ts';
import type { Mailbox } from './mailboxes.ts';

type Parts = Pick<MailContext, 'bulk'>;

/** Which of these messages the person has seen in a shared mailbox; all their marks when no list is given. */
export async function seenMarks(
  { bulk }: Parts,
  mailbox: string,
  person: string,
  messages?: string[],
): Promise<Set<string>> {
  const where = messages ? { mailbox, person, message: { in: messages } } : { mailbox, person };
  const rows = await bulk.find('marks', where, { select: ['message'] });
  return new Set(rows.map((row) => String(row['message'])));
}

export const markId = (person: string, message: string): string => `${person}:${message}`;

/** The steps that mark messages seen or unseen: a flag in one's own mailbox, a row per person in a shared one. */
export function seenOps(
  { folder, mailbox, person }: { folder: string; mailbox: Mailbox; person: string },
  messages: string[],
  seen: boolean,
): Op[] {
  if (mailbox.kind === 'personal') {
    return [
      {
        op: 'touch',
        in: 'placements',
        scope: { folder },
        where: { message: { in: messages }, expunged: false, seen: !seen },
        number: 'modseq',
        set: { seen },
      },
    ];
  }
  const ids = messages.map((message) => markId(person, message));
  if (!seen) return [{ op: 'delete', in: 'marks', where: { id: { in: ids } } }];
  const rows = messages.map((message) => ({
    id: markId(person, message),
    person,
    mailbox: mailbox.id,
    message,
  }));
  return [{ op: 'insert', into: 'marks', rows }];
}

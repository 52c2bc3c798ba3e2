import { type Caller, systemClock } from '@kontor/core';
import { changeOp, type Op, type Row } from '@kontor/data';
import { listConversations, listMailboxes, markConversation, moveConversation } from '@kontor/mailbox';
import { findPersonByEmail } from '@kontor/people';
import type { Office } from '@kontor/suite';
import { addressOf, persons } from '../people.ts';
import { mailsByDate, writtenAt } from './all.ts';
import { messageIdOf } from './demo-mail.ts';

/** Conversations that people here starred, by the subject's beginning. */
const starred = /^(Nine sash windows|Villa on Quay|Apprenticeship|Kitchen, 5.2)/;
const filed = /^(Price for three internal doors|BC\/26|Assessment dates|The back door|Angebot)/;

/**
 * Eight weeks of mail came in a minute: the arrival of each is set back to when it was written, as if the office had been
 * open all the time. What the wire said (the bytes and our Received lines) stays as it is.
 */
export async function setArrivalsBack({ bulk }: Pick<Office, 'bulk'>, now: number): Promise<void> {
  const mails = new Map(mailsByDate(now).map((mail) => [messageIdOf(mail), writtenAt(mail, now)]));
  const where = { messageId: { in: [...mails.keys()] } };
  const rows = await bulk.find('messages', where, {
    select: ['messageId', 'internalDate', 'mailbox', 'thread'],
  });
  const late = rows.filter((row) => row['internalDate'] !== mails.get(String(row['messageId'])));
  if (late.length === 0) return;
  const places = await bulk.find('placements', { message: { in: late.map(({ id }) => id) } });
  const folders = new Map(places.map((place) => [place['message'], String(place['folder'])]));
  const ops = late.flatMap((row): Op[] => {
    const date = mails.get(String(row['messageId'])) ?? now;
    const folder = folders.get(row.id);
    return [
      { op: 'update', in: 'messages', where: { id: row.id }, set: { internalDate: date } },
      ...(folder ? [placed(row, folder, date), told(row, folder)] : []),
    ];
  });
  await bulk.write(ops);
}

const placed = ({ id }: Row, folder: string, date: number): Op => ({
  op: 'touch',
  in: 'placements',
  scope: { folder },
  where: { message: id },
  number: 'modseq',
  set: { date },
});

function told({ mailbox, thread }: Row, folder: string): Op {
  return changeOp('mail.changed', String(thread), { mailbox, folder, thread }, systemClock.now());
}

/** Each person has read all that is there, starred a few things and filed what is done. */
export async function readAndFile(office: Office): Promise<void> {
  for (const { localPart } of persons) {
    const person = await findPersonByEmail(office.payload, addressOf(localPart));
    if (!person) continue;
    const caller: Caller = { via: 'system', person };
    for (const { folders } of await listMailboxes.perform(office, {}, caller)) {
      const inbox = folders.find(({ role }) => role === 'inbox');
      if (inbox) await tidy(office, inbox.id, caller);
    }
  }
}

async function tidy(office: Office, folder: string, caller: Caller): Promise<void> {
  const { rows } = await listConversations.perform(office, { folder, limit: 100 }, caller);
  for (const { thread, subject } of rows) {
    const marks = { seen: true, ...(starred.test(subject) ? { flagged: true } : {}) };
    await markConversation.perform(office, { folder, thread, ...marks }, caller);
    if (filed.test(subject)) {
      await moveConversation.perform(office, { folder, thread, to: { role: 'archive' } }, caller);
    }
  }
}

import { idOf } from '@kontor/core';
import { sendDraft } from '@kontor/delivery';
import { findMailboxByAddress, saveDraft } from '@kontor/mailbox';
import { findPersonByEmail } from '@kontor/people';
import type { Office } from '@kontor/suite';

interface Letter {
  /** Before the @: who writes, and from which mailbox. */
  by: string;
  from: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
}

/** What the joiners wrote today; in the demo it goes no further than the sink. */
const letters: Letter[] = [
  {
    by: 'marta',
    from: 'hello',
    to: { name: 'Hana Novak', address: 'hana.novak@fairmail.example' },
    subject: 'Kitchen: the drawing, and two dates',
    text: 'Dear Hana,\n\nthe drawing with the chimney breast as it really is will be with you on Friday. For the fitting we can offer the 7th or the 14th; the worktop decides which.\n\nWith kind regards\nMarta',
  },
  {
    by: 'grace',
    from: 'grace',
    to: { name: 'Imogen Hollis', address: 'imogen@hollis-architects.example' },
    subject: 'Villa on Quay Street: string and risers',
    text: 'Imogen,\n\nyes to the curved string, no to the 17 mm risers: they would creak within a winter. I have put 22 mm into the cut list and it still closes under the trimmer.\n\nGrace',
  },
  {
    by: 'jonas',
    from: 'workshop',
    to: { name: 'Holzhandel Reuter', address: 'bestellung@reuter-holz.example' },
    subject: 'Bestellung: 2,4 m³ Eiche, 52 mm',
    text: 'Guten Tag,\n\nbitte 2,4 m³ europäische Eiche, 52 mm, rift, kammergetrocknet auf 9 ± 1 %. Anlieferung am Dienstag bis 10 Uhr, Zufahrt über den Hof.\n\nMit freundlichen Grüßen\nJonas Weber',
  },
];

/** Writes and sends through the same actions as the office's screen; what was sent already is not sent again. */
export async function sendLetters(office: Office): Promise<void> {
  for (const { by, from, to, ...said } of letters) {
    const draft = idOf(`demo letter ${said.subject}`);
    if ((await office.bulk.count('dispatches', { draftId: draft })) > 0) continue;
    const person = await findPersonByEmail(office.payload, `${by}@brightwater.example`);
    const mailbox = await findMailboxByAddress(office, `${from}@brightwater.example`);
    if (!person || !mailbox) throw new Error(`${by} cannot write from ${from}@`);
    const { id, role, groups } = person;
    const caller = { via: 'cli', person: { id, role, groups } } as const;
    const letter = { id: draft, version: 0, mailbox: mailbox.id, to: [to], ...said };
    const { version } = await saveDraft.perform(office, letter, caller);
    await sendDraft.perform(office, { draft, version }, caller);
  }
}

import { loadConfig } from '@kontor/config';
import { type Clock, newId } from '@kontor/core';
import { sendDraft } from '@kontor/delivery';
import { createLog } from '@kontor/log';
import { findMailboxByAddress } from '@kontor/mailbox';
import { findPersonByEmail } from '@kontor/people';
import { openOffice } from '@kontor/suite';
import { firmAdmin } from './bench-firm.ts';

/** No faster than one person may write, and past the time in which a message can be taken back: all are due at once. */
const apart = 8000;

/** Puts so many messages into the queue, each to an address of its own; answers the addresses. */
export async function fillQueue(env: Record<string, string>, count: number): Promise<string[]> {
  const log = createLog({ part: 'queue', destination: { write: () => undefined } });
  let before = count;
  const clock: Clock = { now: () => Date.now() - 30_000 - before * apart };
  const office = await openOffice(loadConfig(env), { log, clock });
  try {
    const person = await findPersonByEmail(office.payload, firmAdmin.email);
    const mailbox = await findMailboxByAddress(office, firmAdmin.email);
    if (!person || !mailbox) throw new Error('the firm has no admin');
    const { id, role, groups } = person;
    const addresses: string[] = [];
    for (let at = 0; at < count; at += 1, before -= 1) {
      const address = `n${at}@d${at % 7}.test`;
      const draft = newId();
      const fields = {
        mailbox: mailbox.id,
        author: id,
        version: 1,
        to: [{ name: '', address }],
        cc: [],
        bcc: [],
      };
      const row = { id: draft, ...fields, subject: 'Oak', text: 'yes\n', references: [], updatedAt: 0 };
      await office.bulk.write([{ op: 'insert', into: 'drafts', rows: [row] }]);
      await sendDraft.perform(office, { draft, version: 1 }, { via: 'web', person: { id, role, groups } });
      addresses.push(address);
    }
    return addresses;
  } finally {
    await office.close();
  }
}

/** How many rows wait, and what the recipients' states are. */
export async function lookAtQueue(
  env: Record<string, string>,
): Promise<{ waiting: number; states: Record<string, number> }> {
  const log = createLog({ part: 'queue', destination: { write: () => undefined } });
  const office = await openOffice(loadConfig(env), { log });
  try {
    const rows = await office.bulk.find('outgoing', {});
    const opening = await office.bulk.count('dispatches', { state: { not: 'going' } });
    const states: Record<string, number> = {};
    for (const { recipients } of rows)
      for (const { state } of recipients as { state: string }[]) states[state] = (states[state] ?? 0) + 1;
    return { waiting: opening + rows.filter(({ state }) => state === 'waiting').length, states };
  } finally {
    await office.close();
  }
}

import { action } from '@kontor/core';
import type { Row } from '@kontor/data';
import { z } from 'zod';
import type { MailContext } from '#context.ts';
import { folderId, type Mailbox, mailboxesOf } from '#mailboxes.ts';
import type { Address } from '#types.ts';

/** How much past mail is looked through, of each mailbox's inbox, archive and sent mail. */
const lookedAt = 400;
const mostMailboxes = 8;
const mostAddresses = 1500;

/**
 * Addresses to complete from: the firm's people first, then whom the mailboxes one reads have written to and heard from,
 * the most frequent first. One answer for a whole letter: what is typed goes nowhere.
 */
export const knownAddresses = action({
  name: 'mailbox.known-addresses',
  quiet: true,
  input: z.object({}),
  can: (caller) => caller.person !== null,
  async run(context: MailContext, _input, caller): Promise<Address[]> {
    if (!caller.person) return [];
    const known = new Map<string, Address>();
    const add = ({ name, address }: Address): void => {
      const key = address.toLowerCase();
      const present = known.get(key);
      if (known.size >= mostAddresses && !present) return;
      if (/^[^\s@]+@[^\s@]+$/.test(key) && (!present || (!present.name && name)))
        known.set(key, { name, address: key });
    };
    for (const person of await colleagues(context)) add(person);
    const mailboxes = (await mailboxesOf(context, caller.person)).slice(0, mostMailboxes);
    for (const { name, address, kind } of mailboxes) if (kind === 'shared') add({ name, address });
    for (const person of await correspondents(context, mailboxes)) add(person);
    return [...known.values()];
  },
});

async function colleagues({ bulk }: MailContext): Promise<Address[]> {
  const rows = await bulk.find(
    'persons',
    {},
    { sort: 'name', limit: 500, select: ['name', 'email', 'disabled'] },
  );
  return rows
    .filter((row) => row['disabled'] !== true)
    .map((row) => ({ name: String(row['name']), address: String(row['email']) }));
}

async function correspondents({ bulk }: MailContext, mailboxes: readonly Mailbox[]): Promise<Address[]> {
  const weights = new Map<string, { person: Address; weight: number }>();
  const count = (person: Address, weight: number): void => {
    const present = weights.get(person.address);
    if (present) present.weight += weight;
    else weights.set(person.address, { person, weight });
    if (present && !present.person.name) present.person = person;
  };
  for (const { id } of mailboxes) {
    for (const role of ['sent', 'inbox', 'archive'] as const) {
      const there = { folder: folderId(id, role), expunged: false };
      const placed = await bulk.find('placements', there, {
        sort: '-date',
        limit: lookedAt,
        select: ['message'],
      });
      if (placed.length === 0) continue;
      const ids = placed.map((placement) => String(placement['message']));
      const rows = await bulk.find('messages', { id: { in: ids } }, { select: [...fieldsOf(role)] });
      // Whom one has written to is likelier than who has written.
      for (const person of rows.flatMap((row) => peopleIn(row, fieldsOf(role))))
        count(person, role === 'sent' ? 5 : 1);
    }
  }
  return [...weights.values()].sort((one, other) => other.weight - one.weight).map(({ person }) => person);
}

const fieldsOf = (role: string): readonly string[] => (role === 'sent' ? ['to', 'cc'] : ['from', 'replyTo']);

const peopleIn = (row: Row, fields: readonly string[]): Address[] =>
  fields.flatMap((field) => (Array.isArray(row[field]) ? (row[field] as Address[]).slice(0, 50) : []));

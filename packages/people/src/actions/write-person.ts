import { newId, type Role } from '@kontor/core';
import type { PeopleContext } from '#context.ts';
import { findPerson, findPersonByEmail, type Person } from '#find-person.ts';
import { peopleProblems } from '#problems.ts';

export interface NewPerson {
  /** Given when something already points at the person who is to be. */
  id?: string;
  name: string;
  localPart: string;
  domain: string;
  role: Role;
  groups: string[];
  language: string;
  timeZone: string;
  passwordHash: string;
  profile?: Record<string, unknown>;
}

/** The mailbox first, the person last: the person is what makes the rest count, and an interrupted join can run again. */
export async function writePerson(context: PeopleContext, person: NewPerson): Promise<Person> {
  const { localPart, domain, ...rest } = person;
  const email = `${localPart}@${domain}`;
  if (await findPersonByEmail(context.payload, email)) return raiseTaken(email);
  const id = await openMailboxOf(context, { id: person.id, name: person.name, email });
  await context.payload.create({
    collection: 'persons' as never,
    data: { ...rest, id, email, disabled: false } as never,
    depth: 0,
  });
  const { name, role, groups, language, timeZone } = person;
  return { id, name, email, role, groups, language, timeZone, disabled: false };
}

/** Answers the id of the person who is to be: a mailbox that an interrupted join left behind has it already. */
async function openMailboxOf(
  { mail, payload, clock }: PeopleContext,
  { id: wanted, name, email }: { id: string | undefined; name: string; email: string },
): Promise<string> {
  const id = wanted ?? newId(clock.now());
  const opened = await mail.openPersonal({ id, name, email });
  if (!opened) return raiseTaken(email);
  if (opened.owner === id || !(await findPerson(payload, opened.owner))) return opened.owner;
  return raiseTaken(email);
}

const raiseTaken = (address: string): never =>
  peopleProblems.raise('address-taken', {
    values: { address },
    fields: { localPart: 'This address is taken.' },
  });

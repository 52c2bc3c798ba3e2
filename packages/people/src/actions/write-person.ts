import { idOf, type Role } from '@kontor/core';
import type { PeopleContext } from '#context.ts';
import { findPersonByEmail, type Person } from '#find-person.ts';
import { peopleProblems } from '#problems.ts';

export interface NewPerson {
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

/** The id whoever joins by that address has: a join that broke off is taken up again under the same one. */
export const personIdOf = (email: string): string => idOf(`person ${email}`);

export const addressTaken = (address: string): never =>
  peopleProblems.raise('address-taken', {
    values: { address },
    fields: { localPart: 'This address is taken.' },
  });

const neverAway = { awayFrom: '', awayUntil: '' };

/** The mailbox first, the person last: the person is what makes the rest count, and an interrupted join can run again. */
export async function writePerson(context: PeopleContext, person: NewPerson): Promise<Person> {
  const { localPart, domain, ...rest } = person;
  const email = `${localPart}@${domain}`;
  const id = personIdOf(email);
  if (await findPersonByEmail(context.payload, email)) addressTaken(email);
  if (!(await context.mail.isAddressFree(email, id))) addressTaken(email);
  await context.mail.openPersonal({ id, name: person.name, email });
  await createPerson(context, { ...rest, ...neverAway, id, email, disabled: false });
  const { name, role, groups, language, timeZone } = person;
  return { id, name, email, role, groups, language, timeZone, disabled: false, ...neverAway };
}

/** Of two who add the same person at once, the second hears that the address is taken. */
async function createPerson(
  { payload }: PeopleContext,
  data: Person & Record<string, unknown>,
): Promise<void> {
  try {
    await payload.create({ collection: 'persons' as never, data: data as never, depth: 0 });
  } catch (error) {
    if (await findPersonByEmail(payload, data.email)) addressTaken(data.email);
    throw error;
  }
}

import type { Role } from '@kontor/core';
import type { Payload, Where } from 'payload';

/** A person as the office's screens and rules know one; the password's hash never leaves this package. */
export interface Person {
  id: string;
  name: string;
  email: string;
  role: Role;
  groups: string[];
  language: string;
  timeZone: string;
  disabled: boolean;
  /** First and last day of the next leave, "2026-11-24"; "" for none. */
  awayFrom: string;
  awayUntil: string;
}

type Stored = Omit<Person, 'awayFrom' | 'awayUntil'> & {
  awayFrom?: string | null;
  awayUntil?: string | null;
} & { passwordHash?: string | null; groups?: string[] | null };

async function findStored(payload: Payload, where: Where): Promise<Stored | null> {
  const found = await payload.db.findOne({ collection: 'persons', where });
  return found as Stored | null;
}

const toPerson = (stored: Stored): Person => {
  const { id, name, email, role, groups, language, timeZone, disabled, awayFrom, awayUntil } = stored;
  return {
    id,
    name,
    email,
    role,
    groups: groups ?? [],
    language,
    timeZone,
    disabled: Boolean(disabled),
    awayFrom: awayFrom ?? '',
    awayUntil: awayUntil ?? '',
  };
};

export async function findPerson(payload: Payload, id: string): Promise<Person | null> {
  const stored = await findStored(payload, { id: { equals: id } });
  return stored ? toPerson(stored) : null;
}

/** Those of these ids that are there, disabled ones too. */
export async function findPersons(payload: Payload, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  const where = { id: { in: [...ids] } };
  const { docs } = await payload.db.find<Stored>({
    collection: 'persons',
    where,
    pagination: false,
    limit: 0,
  });
  return docs.map(toPerson);
}

export const findPersonByEmail = async (payload: Payload, email: string): Promise<Person | null> =>
  (await findForSignIn(payload, email))?.person ?? null;

/** The person and the password's hash, for the one action that compares it. */
export async function findForSignIn(
  payload: Payload,
  email: string,
): Promise<{ person: Person; passwordHash: string | null } | null> {
  const stored = await findStored(payload, { email: { equals: email.toLowerCase() } });
  return stored ? { person: toPerson(stored), passwordHash: stored.passwordHash ?? null } : null;
}

/** Asked on each request: a person who was let go is out at once, whatever sessions there are. */
export const mayComeIn =
  (payload: Payload) =>
  async (id: string): Promise<boolean> => {
    const person = await findStored(payload, { id: { equals: id } });
    return person !== null && !person.disabled;
  };

import type { PeopleContext } from '#context.ts';
import type { Person } from '#find-person.ts';
import { peopleProblems } from '#problems.ts';

type Standing = Partial<Pick<Person, 'role' | 'disabled'>>;

/**
 * Writes who a person is from now on, unless no admin would be left who can sign in. Counted again after the write: of
 * two admins who step back at once, one at least finds nobody left and stays.
 */
export async function writeStanding(
  context: PeopleContext,
  person: Person,
  standing: Standing,
): Promise<void> {
  const { role, disabled } = person;
  const before = { role, disabled };
  const isLeaving = isAdmin(before) && !isAdmin({ ...before, ...standing });
  if (isLeaving && (await countAdmins(context)) <= 1) peopleProblems.raise('last-admin');
  await write(context, person.id, standing);
  if (!isLeaving || (await countAdmins(context)) > 0) return;
  await write(context, person.id, before);
  peopleProblems.raise('last-admin');
}

const isAdmin = ({ role, disabled }: Standing): boolean => role === 'admin' && !disabled;

async function countAdmins({ payload }: PeopleContext): Promise<number> {
  const where = { and: [{ role: { equals: 'admin' } }, { disabled: { not_equals: true } }] };
  return (await payload.db.count({ collection: 'persons', where })).totalDocs;
}

async function write({ payload }: PeopleContext, id: string, data: Standing): Promise<void> {
  await payload.db.updateOne({ collection: 'persons', id, data, returning: false });
}

import type { PeopleContext } from '#context.ts';
import type { Person } from '#find-person.ts';

/** True for an admin without whom there would be none who can sign in. */
export async function isLastAdmin({ payload }: PeopleContext, person: Person): Promise<boolean> {
  if (person.role !== 'admin' || person.disabled) return false;
  const where = { and: [{ role: { equals: 'admin' } }, { disabled: { not_equals: true } }] };
  return (await payload.db.count({ collection: 'persons', where })).totalDocs <= 1;
}

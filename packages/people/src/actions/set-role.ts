import { action, fromInside, hasRole } from '@kontor/core';
import { z } from 'zod';
import type { PeopleContext } from '#context.ts';
import { findPerson } from '#find-person.ts';
import { peopleProblems } from '#problems.ts';
import { roleField } from './fields.ts';
import { writeStanding } from './last-admin.ts';

/** What a person may do everywhere from now on. Their sessions stay: each request asks for the role anew. */
export const setRole = action({
  name: 'people.set-role',
  input: z.object({ person: z.string().min(1).max(64), role: roleField }),
  about: ({ person }) => person,
  can: (caller) => fromInside(caller) || hasRole('admin')(caller),
  async run(context: PeopleContext, { person: id, role }) {
    const person = await findPerson(context.payload, id);
    if (!person) return peopleProblems.raise('no-such-person');
    await writeStanding(context, person, { role });
  },
});

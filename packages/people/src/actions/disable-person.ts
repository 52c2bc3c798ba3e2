import { action, fromInside, hasRole } from '@kontor/core';
import { z } from 'zod';
import type { PeopleContext } from '#context.ts';
import { findPerson } from '#find-person.ts';
import { peopleProblems } from '#problems.ts';
import { writeStanding } from './last-admin.ts';

const input = z.object({ person: z.string().min(1).max(64) });

/** Shuts a person out at once: the switch first, because every door asks it, then each door. Safe to run again. */
export const disablePerson = action({
  name: 'people.disable-person',
  input,
  about: ({ person }) => person,
  can: (caller) => fromInside(caller) || hasRole('admin')(caller),
  async run(context: PeopleContext, { person: id }) {
    const person = await findPerson(context.payload, id);
    if (!person) return peopleProblems.raise('no-such-person');
    await writeStanding(context, person, { disabled: true });
    await context.sessions.closeAll(id);
    const receipt: { door: string; shut: boolean }[] = [];
    for (const door of context.doors) {
      await door.close(id);
      receipt.push({ door: door.name, shut: await door.probe(id) });
    }
    return { receipt };
  },
});

/** Lets a disabled person in again. */
export const enablePerson = action({
  name: 'people.enable-person',
  input,
  about: ({ person }) => person,
  can: (caller) => fromInside(caller) || hasRole('admin')(caller),
  async run(context: PeopleContext, { person: id }) {
    const person = await findPerson(context.payload, id);
    if (!person) return peopleProblems.raise('no-such-person');
    await writeStanding(context, person, { disabled: false });
    for (const door of context.doors) await door.open?.(id);
  },
});

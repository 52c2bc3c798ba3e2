import { verifyPassword } from '@kontor/auth';
import { action } from '@kontor/core';
import { z } from 'zod';
import type { PeopleContext } from '#context.ts';
import { findForSignIn, findPerson } from '#find-person.ts';
import { peopleProblems } from '#problems.ts';
import { hashNewPassword, passwordField } from './new-password.ts';

/** A person's own new password, with the present one; their other sessions end. */
export const changePassword = action({
  name: 'people.change-password',
  input: z.object({ current: passwordField, password: passwordField, keep: z.string().max(64).optional() }),
  can: (caller) => caller.person !== null && caller.via === 'web',
  async run(context: PeopleContext, { current, password, keep }, caller) {
    const person = caller.person ? await findPerson(context.payload, caller.person.id) : null;
    if (!person) return peopleProblems.raise('no-such-person');
    const allowed = await context.throttle.spend(`change ${person.id}`, { burst: 5, everyMs: 60_000 });
    if (!allowed.ok)
      peopleProblems.raise('too-many-attempts', {
        values: { minutes: Math.ceil(allowed.retryAfterMs / 60_000) },
      });
    const stored = await findForSignIn(context.payload, person.email);
    if (!(await verifyPassword(stored?.passwordHash, current))) {
      return peopleProblems.raise('wrong-password', {
        fields: { current: 'This is not your present password.' },
      });
    }
    await writePassword(context, person.id, await hashNewPassword(password, [person.name, person.email]));
    await context.sessions.closeAll(person.id, keep ? { except: keep } : {});
  },
});

/** The operator gives a person a new password at the server's terminal; all their sessions end. */
export const renewPassword = action({
  name: 'people.renew-password',
  input: z.object({ email: z.string().trim().toLowerCase().max(254), password: passwordField }),
  can: (caller) => caller.via === 'cli',
  async run(context: PeopleContext, { email, password }) {
    const found = await findForSignIn(context.payload, email);
    if (!found) return peopleProblems.raise('no-such-person');
    await writePassword(context, found.person.id, await hashNewPassword(password, []));
    await context.sessions.closeAll(found.person.id);
  },
});

async function writePassword({ payload }: PeopleContext, id: string, passwordHash: string): Promise<void> {
  await payload.db.updateOne({ collection: 'persons', id, data: { passwordHash }, returning: false });
}

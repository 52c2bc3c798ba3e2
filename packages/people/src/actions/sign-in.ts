import { type Permission, verifyPassword } from '@kontor/auth';
import { action, type Caller } from '@kontor/core';
import { z } from 'zod';
import type { PeopleContext } from '#context.ts';
import { findForSignIn } from '#find-person.ts';
import { peopleProblems } from '#problems.ts';

const minute = 60_000;
/** A person's allowance from places they have not signed in from; a known place has its own. */
const perPerson = { burst: 10, everyMs: 3 * minute };
const perKnownPlace = { burst: 10, everyMs: minute };
const perAddress = { burst: 30, everyMs: minute / 2 };
const knownForMs = 60 * 24 * 60 * minute;

/**
 * Opens a session. Name unknown, password wrong and person let go are one answer in text and time. Guessing at one
 * person's password from elsewhere does not shut that person out where they have signed in before.
 */
export const signIn = action({
  name: 'people.sign-in',
  input: z.object({
    email: z
      .string()
      .trim()
      .toLowerCase()
      .min(1, 'Enter your address.')
      .max(254, 'This address is too long.'),
    password: z.string().min(1, 'Enter your password.').max(256, 'This password is too long.'),
    device: z
      .string()
      .max(400)
      .default('')
      .transform((device) => device.slice(0, 200)),
  }),
  can: (caller) => caller.via === 'web',
  async run(context: PeopleContext, { email, password, device }, caller) {
    const place = `${email} ${caller.address ?? ''}`;
    await spendAttempt(context, email, place, caller);
    const found = await findForSignIn(context.payload, email);
    const right = await verifyPassword(found?.passwordHash, password);
    if (!right || !found || found.person.disabled) return peopleProblems.raise('wrong-password');
    await context.throttle.reset(`place ${place}`);
    await context.throttle.mark(place, knownForMs);
    const address = caller.address ?? '';
    const { token, session } = await context.sessions.open({ person: found.person.id, device, address });
    return { token, session, person: found.person };
  },
});

async function spendAttempt(
  { throttle }: PeopleContext,
  email: string,
  place: string,
  caller: Caller,
): Promise<void> {
  const isKnown = await throttle.isMarked(place);
  const permissions: Permission[] = [
    await throttle.spend(`address ${caller.address ?? ''}`, perAddress),
    isKnown
      ? await throttle.spend(`place ${place}`, perKnownPlace)
      : await throttle.spend(`person ${email}`, perPerson),
  ];
  const refused = permissions.find((permission) => !permission.ok);
  if (!refused || refused.ok) return;
  peopleProblems.raise('too-many-attempts', {
    values: { minutes: Math.ceil(refused.retryAfterMs / minute) },
  });
}

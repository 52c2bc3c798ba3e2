import { type Allowance, type Throttle, verifyPassword } from '@kontor/auth';
import { action, networkOf } from '@kontor/core';
import { z } from 'zod';
import type { PeopleContext } from '#context.ts';
import { findForSignIn } from '#find-person.ts';
import { peopleProblems } from '#problems.ts';

const minute = 60_000;
/** Wrong or right, so many attempts come from one network, whomever they are about. */
const perNetwork = { burst: 30, everyMs: minute / 2 };
/** Attempts at one person from a network they have signed in from. */
const perKnownPlace = { burst: 10, everyMs: minute };
/** The same from one where they have not. */
const perNewPlace = { burst: 10, everyMs: 3 * minute };
/** And from all new networks together: only who guesses from many at once comes to feel it. */
const perPerson = { burst: 60, everyMs: minute };
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
    const network = networkOf(caller.address ?? '');
    const place = placeOf(email, network);
    await spendAttempt(context, email, network);
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

/** A network that may not go on spends nothing of the person's: who guesses from one place shuts nobody out elsewhere. */
async function spendAttempt({ throttle }: PeopleContext, email: string, network: string): Promise<void> {
  const place = placeOf(email, network);
  await spend(throttle, `network ${network}`, perNetwork);
  if (await throttle.isMarked(place)) return spend(throttle, `place ${place}`, perKnownPlace);
  await spend(throttle, `place ${place}`, perNewPlace);
  await spend(throttle, `person ${email}`, perPerson);
}

async function spend(throttle: Throttle, key: string, allowance: Allowance): Promise<void> {
  const permission = await throttle.spend(key, allowance);
  if (permission.ok) return;
  peopleProblems.raise('too-many-attempts', {
    values: { minutes: Math.ceil(permission.retryAfterMs / minute) },
  });
}

const placeOf = (email: string, network: string): string => `${email} ${network}`;

import {
  blankCookieLine,
  createSessionStore,
  luciaSessions,
  policy,
  readCookie,
  type Sessions,
} from '@kontor/auth';
import { systemClock } from '@kontor/core';
import { createBulk } from '@kontor/data';
import type { AuthStrategy, Payload, PayloadHandler } from 'payload';
import { findPerson, mayComeIn } from './find-person.ts';

const known = new WeakMap<Payload, Sessions>();

/** The sessions of this database; one engine per Payload instance. */
export function sessionsOf(payload: Payload): Sessions {
  const present = known.get(payload);
  if (present) return present;
  const store = createSessionStore(createBulk(payload));
  const sessions = luciaSessions({ store, mayComeIn: mayComeIn(payload), clock: systemClock, policy });
  known.set(payload, sessions);
  return sessions;
}

/** Payload's admin and REST come in by the same cookie as the rest of the office. */
export const sessionStrategy: AuthStrategy = {
  name: 'kontor',
  async authenticate({ headers, payload }) {
    const token = readCookie(headers.get('cookie'));
    if (!token) return { user: null };
    const checked = await sessionsOf(payload).check(token);
    if (!checked) return { user: null };
    const person = await findPerson(payload, checked.session.person);
    if (!person || person.disabled) return { user: null };
    return { user: { ...person, collection: 'persons', _strategy: 'kontor' } as never };
  },
};

/** Behind the admin's own sign-out button: ends this very session. */
export const endSession: PayloadHandler = async ({ headers, payload }) => {
  const sessions = sessionsOf(payload);
  const checked = await sessions.check(readCookie(headers.get('cookie')) ?? '');
  if (checked) await sessions.close(checked.session.id);
  return Response.json({ message: 'Signed out.' }, { headers: { 'set-cookie': blankCookieLine() } });
};

import { cookieName, readCookie } from '@kontor/auth';
import { actionProblems, type Caller } from '@kontor/core';
import { findPerson, type Person } from '@kontor/people';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { callerAddress } from './caller-address.ts';
import { getOffice } from './office.ts';

interface SignedIn {
  person: Person;
  /** The session's id, not its token. */
  session: string;
}

/** Who stands behind a session's token; asked of the database on each call, so that a person let go is out at once. */
async function signedIn(token: string | null): Promise<SignedIn | null> {
  if (!token) return null;
  const { payload, sessions } = await getOffice();
  const checked = await sessions.check(token);
  if (!checked) return null;
  const person = await findPerson(payload, checked.session.person);
  return person && !person.disabled ? { person, session: checked.session.id } : null;
}

export function callerOf(person: Person | null, address: string): Caller {
  if (!person) return { via: 'web', address, person: null };
  const { id, role, groups } = person;
  return { via: 'web', address, person: { id, role, groups } };
}

/** The caller behind a request to a route. Throws the problem "sign in first" for a stranger. */
export async function callerFrom(request: Request): Promise<Caller> {
  const found = await signedIn(readCookie(request.headers.get('cookie')));
  if (!found) throw actionProblems.make('sign-in-first');
  return callerOf(found.person, callerAddress(request.headers));
}

const signedInHere = cache(async () => signedIn((await cookies()).get(cookieName)?.value ?? null));

/** The person who looks at this page, or null. */
export const personHere = async (): Promise<Person | null> => (await signedInHere())?.person ?? null;

/** The id of the session this page is looked at with. */
export const sessionHere = async (): Promise<string | null> => (await signedInHere())?.session ?? null;

/** The person who looks at this page; a stranger is sent to the sign-in and comes back to `path` from there. */
export async function currentPerson(path: string): Promise<{ person: Person; caller: Caller }> {
  const person = await personHere();
  if (!person) redirect(`/login?to=${encodeURIComponent(path)}`);
  return { person, caller: callerOf(person, callerAddress(await headers())) };
}

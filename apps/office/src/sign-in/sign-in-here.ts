'use server';
import { signIn } from '@kontor/people';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { adminLanguage } from '#admin/admin-language.ts';
import { callerAddress } from '#caller-address.ts';
import type { FormState } from '#form/form-state.ts';
import { afterProblem, textOf } from '#form/read-form.ts';
import { languageHere } from '#language.ts';
import { getOffice } from '#office.ts';
import { callerOf } from '#session.ts';
import { ownPath } from './own-path.ts';
import { sessionCookie } from './session-cookie.ts';

/** The sign-in form's sending: opens a session and goes on to where the person wanted to be. */
export async function signInHere(before: FormState, form: FormData): Promise<FormState> {
  const sent = await headers();
  try {
    const input = {
      email: textOf(form, 'email'),
      password: textOf(form, 'password'),
      device: (sent.get('user-agent') ?? '').slice(0, 200),
    };
    const caller = callerOf(null, callerAddress(sent));
    const { token, session, person } = await signIn.perform(await getOffice(), input, caller);
    const jar = await cookies();
    jar.set(sessionCookie(token, session.createdAt));
    jar.set(adminLanguage(person.language));
  } catch (error) {
    return afterProblem(before, form, error, await languageHere());
  }
  redirect(ownPath(textOf(form, 'to')));
}

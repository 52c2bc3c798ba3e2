'use server';
import { setUpFirm, signIn } from '@kontor/people';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { callerAddress } from '#caller-address.ts';
import type { FormState } from '#form/form-state.ts';
import { afterProblem, textOf, textsOf } from '#form/read-form.ts';
import { languageHere } from '#language.ts';
import { getOffice } from '#office.ts';
import { callerOf } from '#session.ts';
import { sessionCookie } from '#sign-in/session-cookie.ts';

const names = ['token', 'firmName', 'domain', 'timeZone', 'name', 'localPart', 'password'] as const;

/** The set-up form's sending: the firm, its first admin, and that admin signed in. */
export async function setUpHere(before: FormState, form: FormData): Promise<FormState> {
  const office = await getOffice();
  const sent = await headers();
  const caller = callerOf(null, callerAddress(sent));
  try {
    const texts = Object.fromEntries(names.map((name) => [name, textOf(form, name)])) as Record<
      (typeof names)[number],
      string
    >;
    const person = await setUpFirm.perform(
      office,
      { ...texts, languages: textsOf(form, 'languages') },
      caller,
    );
    const device = (sent.get('user-agent') ?? '').slice(0, 200);
    const opened = await signIn.perform(
      office,
      { email: person.email, password: texts.password, device },
      caller,
    );
    (await cookies()).set(sessionCookie(opened.token, opened.session.createdAt));
  } catch (error) {
    return afterProblem(before, form, error, await languageHere());
  }
  redirect('/');
}

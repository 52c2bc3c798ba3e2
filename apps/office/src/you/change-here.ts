'use server';
import { changeOwnSettings, changePassword } from '@kontor/people';
import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { adminLanguage } from '#admin/admin-language.ts';
import type { FormState } from '#form/form-state.ts';
import { afterProblem, textOf } from '#form/read-form.ts';
import { languageHere } from '#language.ts';
import { getOffice } from '#office.ts';
import { currentPerson, sessionHere } from '#session.ts';

const done = (before: FormState): FormState => ({
  problem: null,
  values: {},
  isDone: true,
  answer: before.answer + 1,
});

export async function changeSettingsHere(before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await currentPerson('/you');
  try {
    const input = {
      language: textOf(form, 'language'),
      timeZone: textOf(form, 'timeZone'),
      awayFrom: textOf(form, 'awayFrom'),
      awayUntil: textOf(form, 'awayUntil'),
    };
    await changeOwnSettings.perform(await getOffice(), input, caller);
    (await cookies()).set(adminLanguage(input.language));
  } catch (error) {
    return afterProblem(before, form, error, await languageHere());
  }
  revalidatePath('/', 'layout');
  return done(before);
}

export async function changePasswordHere(before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await currentPerson('/you');
  try {
    const keep = await sessionHere();
    const input = { current: textOf(form, 'current'), password: textOf(form, 'password') };
    await changePassword.perform(await getOffice(), keep ? { ...input, keep } : input, caller);
  } catch (error) {
    return afterProblem(before, form, error, await languageHere());
  }
  return done(before);
}

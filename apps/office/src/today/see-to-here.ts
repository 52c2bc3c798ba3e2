'use server';
import { closeInquiry, giveInquiry, reopenInquiry, takeInquiry } from '@kontor/inquiries';
import { revalidatePath } from 'next/cache';
import type { FormState } from '#form/form-state.ts';
import { afterProblem, textOf } from '#form/read-form.ts';
import { languageHere } from '#language.ts';
import { getOffice } from '#office.ts';
import { currentPerson } from '#session.ts';

/** One deed to one question; after closing it, the state remembers which, to take it back. */
export async function seeToHere(before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await currentPerson('/');
  const office = await getOffice();
  const [inquiry, deed] = [textOf(form, 'inquiry'), textOf(form, 'deed')];
  try {
    if (deed === 'give') await giveInquiry.perform(office, { inquiry, to: textOf(form, 'to') }, caller);
    else if (deed === 'close') await closeInquiry.perform(office, { inquiry }, caller);
    else if (deed === 'reopen') await reopenInquiry.perform(office, { inquiry }, caller);
    else await takeInquiry.perform(office, { inquiry }, caller);
  } catch (error) {
    return afterProblem(before, form, error, await languageHere());
  }
  revalidatePath('/');
  const values: FormState['values'] = deed === 'close' ? { closed: [inquiry] } : {};
  return { problem: null, values, isDone: true, answer: before.answer + 1 };
}

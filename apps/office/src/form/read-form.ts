import { Problem } from '@kontor/core';
import { sayProblem } from '#problems/say-problem.ts';
import type { FormState } from './form-state.ts';

const isSecret = (name: string): boolean => /password|current|^\$ACTION/i.test(name);

export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

export const textsOf = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value) => typeof value === 'string');

/** The state after a problem, nothing entered lost; anything else is a bug and goes on to the error page. */
export function afterProblem(before: FormState, form: FormData, error: unknown, language: string): FormState {
  if (!(error instanceof Problem)) throw error;
  const names = [...new Set(form.keys())].filter((name) => !isSecret(name));
  const values = Object.fromEntries(names.map((name) => [name, textsOf(form, name)]));
  return { problem: sayProblem(error, language), values, answer: before.answer + 1 };
}

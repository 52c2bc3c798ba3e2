import type { Problem } from '@kontor/core';
import { fieldsInArabic, problemsInArabic } from './ar.ts';

export interface SaidProblem {
  title: string;
  hint: string;
  fields: Record<string, string>;
}

/** A problem in the reader's words; in English where a language has none of its own for it. */
export function sayProblem(problem: Problem, language: string): SaidProblem {
  const { title, hint, fields = {} } = problem;
  const said = language === 'ar' ? problemsInArabic[problem.code] : undefined;
  const names = Object.entries(fields);
  return {
    title: said ? fill(said.title, problem.values) : title,
    hint: said ? fill(said.hint, problem.values) : hint,
    fields: Object.fromEntries(names.map(([field, why]) => [field, sayField(why, language)])),
  };
}

const sayField = (why: string, language: string): string =>
  language === 'ar' ? (fieldsInArabic[why] ?? why) : why;

const fill = (text: string, values: Problem['values']): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

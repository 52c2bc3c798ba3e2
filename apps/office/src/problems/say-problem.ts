import type { OfficeLanguage, Problem } from '@kontor/core';
import { fill } from '#texts/speak.ts';
import * as ar from './ar.ts';
import * as de from './de.ts';
import * as ru from './ru.ts';

export interface SaidProblem {
  title: string;
  hint: string;
  fields: Record<string, string>;
}

interface Said {
  problems: Record<string, { title: string; hint: string }>;
  fields: Record<string, string>;
}

const catalogues: Record<Exclude<OfficeLanguage, 'en'>, Said> = { ar, de, ru };
const spoken: Partial<Record<string, Said>> = catalogues;

/** A problem in the reader's words; in English where a language has none of its own for it. */
export function sayProblem(problem: Problem, language: string): SaidProblem {
  const said = wordsFor(problem.code, language);
  const words = spoken[language];
  const fields = Object.entries(problem.fields ?? {});
  return {
    title: said ? fill(said.title, problem.values) : problem.title,
    hint: said ? fill(said.hint, problem.values) : problem.hint,
    fields: Object.fromEntries(fields.map(([field, why]) => [field, words?.fields[why] ?? why])),
  };
}

/** What a language says of a code, its {slots} still empty. */
export function wordsFor(code: string, language: string): { title: string; hint: string } | undefined {
  const problems = spoken[language]?.problems;
  return problems && Object.hasOwn(problems, code) ? problems[code] : undefined;
}

import { wordsFor } from '#problems/say-problem.ts';
import { fill } from '#texts/speak.ts';
import { isolated } from '../mail/client/people-names.ts';
import type { Wrong } from './health.ts';

export interface SaidFinding {
  title: string;
  hint: string;
  /** The terminal's own words stand here, which are English. */
  isEnglish: boolean;
}

/** What is wrong in the reader's words; in the terminal's where the language has none, or a value for them is missing. */
export function sayFinding({ code, values, says, hint }: Wrong, language: string): SaidFinding {
  const words = wordsFor(code, language);
  if (!words || !hasAll(`${words.title} ${words.hint}`, values))
    return { title: says, hint, isEnglish: true };
  // A path or an error's message keeps its own order within a sentence of the other direction.
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isolated(String(value))]),
  );
  return { title: fill(words.title, shown), hint: fill(words.hint, shown), isEnglish: false };
}

const hasAll = (text: string, values: Wrong['values']): boolean =>
  [...text.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => Object.hasOwn(values, name));

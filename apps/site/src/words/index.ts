import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import type { Words } from './types.ts';

export type { Words } from './types.ts';

const catalogue: Record<string, Words> = { en, ar, de, ru };

/** The site's own words in a language; English where we have none yet. */
export const wordsOf = (locale: string): Words => catalogue[locale] ?? en;

export const wordLanguages = Object.keys(catalogue);

export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

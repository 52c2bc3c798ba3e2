import { locales, type OfficeLanguage } from '@kontor/core';
import type { SanitizedConfig } from 'payload';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { ru } from './ru.ts';

type Words = Record<string, string>;
const tables: Record<Exclude<OfficeLanguage, 'en'>, Words> = { ar, de, ru };

type Labelled = Record<string, unknown>;
type Validate = (value: unknown, options: { req?: { i18n?: { language?: string } } }) => unknown;

/** Whatever of a config holds words, and whatever of it holds more of the same. */
const wordsAt = ['label', 'group', 'description', 'singular', 'plural'];
const insideAt = ['fields', 'tabs', 'blocks', 'labels', 'admin', 'options'];

/** Gives every word of ours in the admin its other languages; answers what has none, like "de: Page". */
export function sayAdminWords({
  collections,
  globals,
}: Pick<SanitizedConfig, 'collections' | 'globals'>): string[] {
  const missing = new Set<string>();
  const seen = new Set<object>();
  const say = (english: string): Words => {
    const said: Words = { en: english };
    for (const [language, words] of Object.entries(tables)) {
      const word = words[english];
      if (word) said[language] = word;
      else missing.add(`${language}: ${english}`);
    }
    return said;
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return void node.forEach(visit);
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    const place = node as Labelled;
    if (isHidden(place)) return;
    if (Array.isArray(place['options'])) place['options'] = place['options'].map(labelled);
    for (const name of wordsAt) {
      const english = place[name];
      if (typeof english === 'string' && !isName(place)) place[name] = say(english);
    }
    if (typeof place['validate'] === 'function')
      place['validate'] = inOwnWords(place['validate'] as Validate);
    for (const name of insideAt) visit(place[name]);
  };
  const ours = [...collections, ...globals].filter(({ slug }) => !slug.startsWith('payload-'));
  ours.forEach(visit);
  return [...missing];
}

/** A field's own sentence about what is wrong, in the language of who filled it in. */
const inOwnWords =
  (validate: Validate): Validate =>
  async (value, options) => {
    const answer = await validate(value, options);
    const words = (tables as Partial<Record<string, Words>>)[options.req?.i18n?.language ?? ''];
    return typeof answer === 'string' ? (words?.[answer] ?? answer) : answer;
  };

const languageNames = new Map(locales.map(({ code, label }) => [code, label]));

/** What may be chosen wears a word: a language its own name, "open" its "Open". */
function labelled(option: unknown): unknown {
  if (typeof option !== 'string') return option;
  const label = languageNames.get(option) ?? option.charAt(0).toUpperCase() + option.slice(1);
  return { label, value: option };
}

/** Languages by their own names and currencies by their codes are the same in every language. */
const isName = ({ label, value }: Labelled): boolean =>
  typeof value === 'string' && (languageNames.get(value) === label || /^[A-Z]{3}$/.test(value));

const isHidden = (place: Labelled): boolean =>
  place['hidden'] === true || (place['admin'] as Labelled | undefined)?.['hidden'] === true;

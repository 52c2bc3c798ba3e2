import type { OfficeLanguage } from '@kontor/core';
import { type Speak, speakFrom } from '#texts/speak.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type SearchTextKey } from './en.ts';
import { ru } from './ru.ts';

const catalogues: Record<OfficeLanguage, Record<SearchTextKey, string>> = { en, ar, de, ru };

export interface SearchSpeak extends Speak<SearchTextKey> {
  /** How many were found, or that there are more. */
  found(count: number, more: boolean): string;
}

/** The words of search in a language. */
export function speakSearch(language: string): SearchSpeak {
  const say = speakFrom(catalogues, en, language);
  const found = (count: number, more: boolean) =>
    more ? say('found.more', { count: say.number(count) }) : say.counted('found', count);
  return Object.assign(say, { found });
}

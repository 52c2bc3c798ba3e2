import type { OfficeLanguage } from '@kontor/core';
import { type Speak as Spoken, speakFrom } from '#texts/speak.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type WikiTextKey, type WikiTexts } from './en.ts';
import { ru } from './ru.ts';

const catalogues: Record<OfficeLanguage, WikiTexts> = { en, ar, de, ru };

export type Speak = Spoken<WikiTextKey>;

/** The wiki's words in a language. */
export const speak = (language: string): Speak => speakFrom(catalogues, en, language);

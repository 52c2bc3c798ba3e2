import type { OfficeLanguage } from '@kontor/core';
import { type Speak as Spoken, speakFrom } from '#texts/speak.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type MailTextKey, type MailTexts } from './en.ts';
import { ru } from './ru.ts';

const catalogues: Record<OfficeLanguage, MailTexts> = { en, ar, de, ru };

export type Speak = Spoken<MailTextKey>;

/** The mail screens' words in a language. */
export const speak = (language: string): Speak => speakFrom(catalogues, en, language);

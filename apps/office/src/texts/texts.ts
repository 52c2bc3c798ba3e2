import type { OfficeLanguage } from '@kontor/core';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type OfficeTexts } from './en.ts';
import { ru } from './ru.ts';

const spoken: Record<OfficeLanguage, OfficeTexts> = { en, ar, de, ru };
const catalogues: Partial<Record<string, OfficeTexts>> = spoken;

export const textsIn = (language: string): OfficeTexts => catalogues[language] ?? en;

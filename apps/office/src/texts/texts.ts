import { ar } from './ar.ts';
import { en, type OfficeTexts } from './en.ts';

const catalogues: Record<string, OfficeTexts> = { en, ar };

/** The languages the office itself speaks, by BCP 47 tag. */
export const officeLanguages = Object.keys(catalogues);

export const textsIn = (language: string): OfficeTexts => catalogues[language] ?? en;

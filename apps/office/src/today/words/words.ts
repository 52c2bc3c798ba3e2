import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type TodayWords } from './en.ts';
import { ru } from './ru.ts';

const catalogues: Record<string, TodayWords> = { en, ar, de, ru };

export const todayWords = (language: string): TodayWords => catalogues[language] ?? en;

import { ar } from './ar.ts';
import { de } from './de.ts';
import { type DeviceTexts, en } from './en.ts';
import { ru } from './ru.ts';

export type { DeviceTexts } from './en.ts';

const catalogues: Record<string, DeviceTexts> = { en, ar, de, ru };

export const deviceTextsIn = (language: string): DeviceTexts => catalogues[language] ?? en;

import { ar } from './ar.ts';
import { en, type MailTextKey } from './en.ts';

const catalogues: Record<string, Record<string, string>> = { en, ar };

export type Values = Record<string, string | number>;
/** Keys that are chosen by number, without their ending. */
export type CountedKey = MailTextKey extends infer Key
  ? Key extends `${infer Stem}.other`
    ? Stem
    : never
  : never;

export interface Speak {
  language: string;
  (key: MailTextKey, values?: Values): string;
  number(value: number): string;
  counted(key: CountedKey, count: number, values?: Values): string;
}

/** The mail screens' words in a language; English where a language has none of its own. */
export function speak(language: string): Speak {
  const catalogue: Record<string, string | undefined> = catalogues[language] ?? en;
  const plurals = new Intl.PluralRules(language);
  const figures = new Intl.NumberFormat(language);
  const say = (key: MailTextKey, values: Values = {}) => fill(catalogue[key] ?? en[key], values);
  const counted = (key: CountedKey, count: number, values: Values = {}) => {
    const chosen = catalogue[`${key}.${plurals.select(count)}`] ?? catalogue[`${key}.other`] ?? '';
    return fill(chosen, { ...values, count: figures.format(count) });
  };
  return Object.assign(say, { language, counted, number: figures.format });
}

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

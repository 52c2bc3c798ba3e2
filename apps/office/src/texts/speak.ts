export type Values = Record<string, string | number>;

/** Keys that are chosen by number, without their ending. */
export type CountedKey<Key> = Key extends `${infer Stem}.other` ? Stem : never;

export interface Speak<Key extends string> {
  language: string;
  (key: Key, values?: Values): string;
  number(value: number): string;
  counted(key: CountedKey<Key>, count: number, values?: Values): string;
}

type Catalogue<Key extends string> = Record<Key, string>;

/** Words out of a catalogue in a language; English where the language has none of its own. */
export function speakFrom<Key extends string>(
  catalogues: Readonly<Partial<Record<string, Catalogue<Key>>>>,
  en: Catalogue<Key>,
  language: string,
): Speak<Key> {
  const catalogue: Partial<Record<string, string>> = catalogues[language] ?? en;
  const plurals = new Intl.PluralRules(language);
  const figures = new Intl.NumberFormat(language);
  const say = (key: Key, values: Values = {}) => fill(catalogue[key] ?? en[key], values);
  const counted = (key: CountedKey<Key>, count: number, values: Values = {}) => {
    const chosen = catalogue[`${key}.${plurals.select(count)}`] ?? catalogue[`${key}.other`] ?? '';
    return fill(chosen, { ...values, count: figures.format(count) });
  };
  return Object.assign(say, { language, counted, number: figures.format });
}

/** Puts the values where the text names them: "{name}". */
export const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

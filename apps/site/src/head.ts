import { structuredData } from './structured-data.ts';
import type { View } from './view.ts';

/** "Sash windows · Brightwater Joinery"; the first page says the firm's name once. */
export function titleOf(view: View): string {
  const { name } = view.content.firm;
  if (!name || view.title.includes(name)) return view.title;
  return `${view.title} · ${name}`;
}

/** JSON-LD as text that cannot end the script element it stands in. */
export const jsonLd = (view: View): string => JSON.stringify(structuredData(view)).replace(/</g, '\\u003c');

/** Open Graph wants a territory with the language; the largest one of each stands in. */
const territories: Record<string, string> = {
  en: 'en_GB',
  ar: 'ar_AR',
  de: 'de_DE',
  fr: 'fr_FR',
  es: 'es_ES',
  it: 'it_IT',
  pt: 'pt_PT',
  ru: 'ru_RU',
};
export const openGraphLocale = (locale: string): string => territories[locale] ?? locale;

export interface Locale {
  /** BCP 47 language tag. */
  code: string;
  /** The language's own name for itself. */
  label: string;
  rtl: boolean;
}

const leftToRight = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  pt: 'Português',
  nl: 'Nederlands',
  da: 'Dansk',
  sv: 'Svenska',
  nb: 'Norsk',
  fi: 'Suomi',
  pl: 'Polski',
  cs: 'Čeština',
  hu: 'Magyar',
  ro: 'Română',
  bg: 'Български',
  el: 'Ελληνικά',
  tr: 'Türkçe',
  ru: 'Русский',
  uk: 'Українська',
  ja: '日本語',
  zh: '中文',
};
const rightToLeft = { ar: 'العربية', he: 'עברית', fa: 'فارسی', ur: 'اردو' };

const toLocales = (names: Record<string, string>, rtl: boolean): Locale[] =>
  Object.entries(names).map(([code, label]) => ({ code, label, rtl }));

/**
 * Every language a firm's site can be in. The list is fixed so that a firm's choice never changes the database; it may
 * grow at its end.
 */
export const locales: readonly Locale[] = [...toLocales(leftToRight, false), ...toLocales(rightToLeft, true)];

export const isRightToLeft = (code: string): boolean =>
  locales.some((locale) => locale.code === code && locale.rtl);

/** What the office itself speaks. Each catalogue of texts has them all: the compiler and the check `words` see to it. */
export const officeLanguages = ['en', 'ar', 'de', 'ru'] as const;
export type OfficeLanguage = (typeof officeLanguages)[number];

export const isOfficeLanguage = (code: string): code is OfficeLanguage =>
  officeLanguages.some((language) => language === code);

/** "tel:" with digits only, as RFC 3966 wants it; the "(0)" of "+44 (0)1632" is not dialled. */
export const telephoneLink = (phone: string): string =>
  `tel:${phone.replace(/^(\s*\+.*)\(0\)/, '$1').replace(/[^\d+]/g, '')}`;

/** Lines of a text area, the empty ones left out. */
export const lines = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);

/** Paragraphs of a text area. */
export const paragraphs = (text: string): string[] =>
  text.split(/\n{2,}/).flatMap((part) => part.trim() || []);

/** The firm's own English is British unless it counts in dollars; other languages write as they do. */
export const regional = (locale: string, currency: string): string =>
  locale === 'en' && currency !== 'USD' ? 'en-GB' : locale;

/** "£180", "€1,200.50": no pennies where there are none. */
export function priceOf(amount: number, currency: string, locale: string): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  const format = new Intl.NumberFormat(regional(locale, currency), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Some languages write "UK£" even when asked for the short sign.
  const parts = format.formatToParts(amount);
  return parts.map((part) => (part.type === 'currency' ? signOf(currency) : part.value)).join('');
}

const signOf = (currency: string): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;

/** "3 November 2026" in the firm's time zone. */
export function dayOf(
  date: string,
  locale: string,
  { timeZone, currency }: { timeZone: string; currency: string },
): string {
  return new Intl.DateTimeFormat(regional(locale, currency), { dateStyle: 'long', timeZone }).format(
    new Date(date),
  );
}

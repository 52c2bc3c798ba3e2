/** "tel:" with digits only, as RFC 3966 wants it. */
export const telephoneLink = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

/** Lines of a text area, the empty ones left out. */
export const lines = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);

/** Paragraphs of a text area. */
export const paragraphs = (text: string): string[] =>
  text.split(/\n{2,}/).flatMap((part) => part.trim() || []);

/** "£180", "€1,200.50": no pennies where there are none. */
export function priceOf(amount: number, currency: string, locale: string): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
}

/** "3 November 2026" in the firm's time zone. */
export function dayOf(date: string, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(date));
}

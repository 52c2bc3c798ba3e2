const day = 86_400_000;

export interface Moment {
  language: string;
  timeZone: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** How a list says when: "10:42" today, "Tue" within the week, "3 Nov" within the year, else with the year. */
export function shortDate(iso: string, { language, timeZone, now }: Moment): string {
  const date = new Date(iso);
  const local = (options: Intl.DateTimeFormatOptions, at: Date | number = date) =>
    formatter(language, { timeZone, ...options }).format(at);
  const numeric = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  if (local(numeric) === local(numeric, now)) return local({ hour: 'numeric', minute: '2-digit' });
  if (date.getTime() > now - 6 * day && date.getTime() < now) return local({ weekday: 'short' });
  if (local({ year: 'numeric' }) === local({ year: 'numeric' }, now))
    return local({ day: 'numeric', month: 'short' });
  return local({ day: 'numeric', month: 'short', year: 'numeric' });
}

/** The exact instant with its zone, for whoever hovers or opens the details. */
export const exactDate = (iso: string, { language, timeZone }: Moment): string =>
  formatter(language, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(iso));

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function fileSize(bytes: number, language: string): string {
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  // "800 bytes", "30 kB": the short form of bytes knows no plural.
  const unitDisplay = step === 0 ? 'long' : 'short';
  const options = { style: 'unit', unit: units[step] ?? 'byte', unitDisplay } as const;
  const maximumFractionDigits = value < 10 && step > 0 ? 1 : 0;
  return new Intl.NumberFormat(language, { ...options, maximumFractionDigits }).format(value);
}

// "3 Nov" and "10:42", as the house writes them; plain "en" would say "Nov 3".
const spelling = (language: string): string => (language === 'en' ? 'en-GB' : language);

// Making a formatter costs more than a hundred uses of it.
const made = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const present = made.get(key) ?? new Intl.DateTimeFormat(spelling(language), options);
  made.set(key, present);
  return present;
}

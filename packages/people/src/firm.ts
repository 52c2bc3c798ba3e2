import { locales } from '@kontor/core';
import { globalConfig, role, staff } from '@kontor/data';
import type { Payload } from 'payload';
import { checkTimeZone } from './actions/fields.ts';
import { type WorkingTime, workingTimeFields, workingTimeOf } from './working-time.ts';

const codes = locales.map(({ code }) => code);

export const firmGlobal = globalConfig({
  slug: 'firm',
  label: 'Firm',
  admin: { group: 'Firm' },
  access: { read: staff, update: role('admin') },
  fields: [
    { name: 'name', label: 'Name of the firm', type: 'text', localized: true, maxLength: 120 },
    { name: 'domain', type: 'text', access: { update: () => false }, admin: { readOnly: true } },
    { name: 'languages', type: 'select', hasMany: true, options: codes, defaultValue: ['en'] },
    { name: 'defaultLanguage', type: 'select', options: codes, defaultValue: 'en' },
    { name: 'timeZone', type: 'text', defaultValue: 'UTC', validate: checkTimeZone },
    {
      name: 'accent',
      label: 'Colour',
      type: 'text',
      defaultValue: '#2f5d50',
      validate: (value: unknown) =>
        typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)
          ? true
          : 'A colour is # and six digits, like #2f5d50.',
    },
    {
      name: 'currency',
      type: 'select',
      options: [
        'EUR',
        'GBP',
        'USD',
        'CHF',
        'PLN',
        'SEK',
        'NOK',
        'DKK',
        'CZK',
        'RUB',
        'UAH',
        'TRY',
        'ILS',
        'AED',
        'SAR',
        'JPY',
        'CNY',
      ],
      defaultValue: 'EUR',
    },
    { name: 'typeface', type: 'select', options: ['sans', 'serif'], defaultValue: 'sans' },
    { name: 'phone', type: 'text', maxLength: 40 },
    { name: 'address', type: 'textarea', localized: true, maxLength: 300 },
    { name: 'hours', type: 'textarea', localized: true, maxLength: 300 },
    {
      name: 'signature',
      label: 'Signature of mail',
      type: 'textarea',
      localized: true,
      maxLength: 1000,
      admin: { description: 'Stands below every message that is begun in the office.' },
    },
    { name: 'logo', type: 'upload', relationTo: 'media' },
    ...workingTimeFields,
  ],
});

export interface Firm {
  name: string;
  domain: string;
  languages: string[];
  defaultLanguage: string;
  timeZone: string;
}

/** The firm as set up, or null before that. */
export async function readFirm(payload: Payload): Promise<Firm | null> {
  const found = await payload.findGlobal({ slug: 'firm' as never, depth: 0, locale: 'all' as never });
  const firm = found as unknown as Partial<Firm>;
  if (!firm.domain) return null;
  const { domain, languages = ['en'], defaultLanguage = 'en', timeZone = 'UTC' } = firm;
  return { name: firmName(firm.name, [defaultLanguage]), domain, languages, defaultLanguage, timeZone };
}

/** A firm's name, read in all languages, in the first of these it has one in; else in whichever there is. */
export function firmName(names: unknown, languages: string[]): string {
  if (typeof names === 'string') return names;
  const said = (names ?? {}) as Partial<Record<string, string | null>>;
  const chosen = [...languages.map((language) => said[language]), ...Object.values(said)];
  return chosen.find((name) => name) ?? '';
}

/** When the firm works, in its own zone. Nine to five from Monday to Friday until somebody says otherwise. */
export async function readWorkingTime(payload: Payload): Promise<WorkingTime> {
  const firm = await payload.findGlobal({ slug: 'firm' as never, depth: 0 });
  return workingTimeOf(firm as unknown as Record<string, unknown>);
}

/** What stands below the firm's mail, in that language or the firm's own. */
export async function readSignature(payload: Payload, language: string): Promise<string> {
  const locale = codes.includes(language) ? language : 'en';
  const firm = await payload.findGlobal({ slug: 'firm' as never, depth: 0, locale: locale as never });
  const { signature } = firm as { signature?: string | null };
  return signature?.trim() ?? '';
}

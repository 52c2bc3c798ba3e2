import { locales } from '@kontor/core';
import { globalConfig, role, staff } from '@kontor/data';
import type { Payload } from 'payload';
import { checkTimeZone } from './actions/fields.ts';

const codes = locales.map(({ code }) => code);

export const firmGlobal = globalConfig({
  slug: 'firm',
  label: 'Firm',
  admin: { group: 'Firm' },
  access: { read: staff, update: role('admin') },
  fields: [
    { name: 'name', type: 'text', localized: true, maxLength: 120 },
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
    { name: 'logo', type: 'upload', relationTo: 'media' },
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
  const firm = (await payload.findGlobal({ slug: 'firm' as never, depth: 0 })) as unknown as Partial<Firm>;
  if (!firm.domain) return null;
  const { name = '', domain, languages = ['en'], defaultLanguage = 'en', timeZone = 'UTC' } = firm;
  return { name, domain, languages, defaultLanguage, timeZone };
}

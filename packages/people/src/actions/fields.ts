import { locales } from '@kontor/core';
import { z } from 'zod';
import { roles } from '#roles.ts';

export const localPartField = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/, 'Use letters, digits, dots and dashes, like anna.berg.')
  .refine((name) => !name.includes('..'), 'Two dots in a row are not possible.');

export const domainField = z
  .string()
  .trim()
  .toLowerCase()
  .max(253, 'This domain is too long.')
  .regex(
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    'A domain looks like brightwater.example.',
  );

export const roleField = z.enum(roles, 'Choose admin, editor or staff.');

export const personNameField = z.string().trim().min(1, 'Enter a name.').max(120, 'At most 120 characters.');

export const languageField = z.enum(
  locales.map(({ code }) => code) as [string, ...string[]],
  'Choose a language.',
);

const noTimeZone = 'Choose a time zone, like Europe/London.';

export const timeZoneField = z.string().refine(isTimeZone, noTimeZone);

/** For Payload's forms. */
export const checkTimeZone = (value: unknown): true | string => isTimeZone(value) || noTimeZone;

export function isTimeZone(name: unknown): name is string {
  if (typeof name !== 'string') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name.length > 0;
  } catch {
    return false;
  }
}

const noDate = 'A day looks like 2026-11-24.';

/** A day of the calendar, or "" for none. */
export const dayField = z.union([z.literal(''), z.iso.date(noDate)], noDate);

/** For Payload's forms. */
export const checkDay = (value: unknown): true | string => dayField.safeParse(value ?? '').success || noDate;

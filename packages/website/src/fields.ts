import { locales } from '@kontor/core';
import type { Field, TextField } from 'payload';

const isSlug = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);
const badSlug = 'Use small letters, digits and single dashes, like sash-windows.';

/** The last part of a page's address. */
export const slugField: TextField = {
  name: 'slug',
  type: 'text',
  required: true,
  unique: true,
  index: true,
  maxLength: 80,
  admin: { position: 'sidebar', description: 'The last part of the address, like sash-windows.' },
  validate: (value: unknown) => isSlug(value) || badSlug,
};

/** Addresses that mean something else on every site: a page there would never be seen. */
const taken = new Set(['health', 'internal', 'media', 'assets', 'sent', ...locales.map(({ code }) => code)]);

export const pageSlugField: TextField = {
  ...slugField,
  admin: { ...slugField.admin, description: 'The address: "home" is the first page.' },
  validate: (value: unknown) => {
    if (!isSlug(value)) return badSlug;
    return taken.has(value)
      ? 'This address is in use by the site itself. Choose another, like our-work.'
      : true;
  },
};

export const seoFields: Field[] = [
  {
    name: 'description',
    type: 'textarea',
    localized: true,
    maxLength: 200,
    admin: { position: 'sidebar', description: 'One or two sentences for search engines and shared links.' },
  },
];

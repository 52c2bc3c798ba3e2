import type { Field, TextField } from 'payload';

/** The last part of a page's address; made from the title when it is left empty. */
export const slugField: TextField = {
  name: 'slug',
  type: 'text',
  required: true,
  unique: true,
  index: true,
  maxLength: 80,
  admin: { position: 'sidebar', description: 'The last part of the address, like sash-windows.' },
  validate: (value: unknown) =>
    typeof value === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)
      ? true
      : 'Use small letters, digits and single dashes, like sash-windows.',
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

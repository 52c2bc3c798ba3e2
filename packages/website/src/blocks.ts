import type { Block, BlocksField } from 'payload';
import { blocks as validBlocks } from 'payload/shared';
import { editor } from '#editor.ts';

const heading = { name: 'heading', type: 'text', localized: true, maxLength: 160 } as const;
const intro = { name: 'intro', type: 'textarea', localized: true, maxLength: 600 } as const;

/** Where a button leads: a page of this site, or a telephone number or mail address. */
const link = {
  name: 'link',
  type: 'text',
  maxLength: 300,
  validate: (value: unknown) =>
    value === null ||
    value === undefined ||
    value === '' ||
    (typeof value === 'string' && /^(\/(?!\/)|#|https:\/\/|tel:|mailto:)/.test(value))
      ? true
      : 'A link begins with /, https://, tel: or mailto:.',
} as const;

const hero: Block = {
  slug: 'hero',
  interfaceName: 'HeroBlock',
  fields: [
    { ...heading, required: true },
    { name: 'text', type: 'textarea', localized: true, maxLength: 400 },
    { name: 'image', type: 'upload', relationTo: 'media' },
    { name: 'label', label: 'Button', type: 'text', localized: true, maxLength: 60 },
    link,
  ],
};

const text: Block = {
  slug: 'text',
  interfaceName: 'TextBlock',
  fields: [
    { name: 'body', type: 'richText', editor, localized: true, required: true },
    { name: 'image', type: 'upload', relationTo: 'media' },
  ],
};

const services: Block = { slug: 'services', interfaceName: 'ServicesBlock', fields: [heading, intro] };
const people: Block = { slug: 'people', interfaceName: 'PeopleBlock', fields: [heading, intro] };
const news: Block = {
  slug: 'news',
  interfaceName: 'NewsBlock',
  fields: [heading, { name: 'count', type: 'number', min: 1, max: 50, defaultValue: 3 }],
};
const contactForm: Block = {
  slug: 'contactForm',
  interfaceName: 'ContactFormBlock',
  fields: [heading, intro],
};

export const blocks: Block[] = [hero, text, services, people, news, contactForm];

/** Two would be one question asked in two places, and their fields share their names. */
export const oneForm: NonNullable<BlocksField['validate']> = (value, options) => {
  const rows: { blockType?: string }[] = Array.isArray(value) ? value : [];
  const forms = rows.filter(({ blockType }) => blockType === contactForm.slug);
  return forms.length > 1
    ? 'A page has one contact form. Take the others away.'
    : validBlocks(value, options);
};

import { collection, role, staff } from '@kontor/data';
import { blocks, oneForm } from '#blocks.ts';
import { editor } from '#editor.ts';
import { pageSlugField, seoFields, slugField } from '#fields.ts';
import { collectionHooks } from '#publish-hook.ts';

const editors = role('admin', 'editor');
const edited = { read: staff, create: editors, update: editors, delete: editors };
const drafts = { drafts: true, maxPerDoc: 50 };
const group = 'Website';

export const pagesCollection = collection({
  slug: 'pages',
  admin: { useAsTitle: 'title', group, defaultColumns: ['title', 'slug', '_status', 'updatedAt'] },
  access: edited,
  versions: drafts,
  hooks: collectionHooks('pages'),
  fields: [
    { name: 'title', type: 'text', localized: true, required: true, maxLength: 120 },
    pageSlugField,
    ...seoFields,
    { name: 'layout', label: 'Blocks', type: 'blocks', blocks, validate: oneForm },
  ],
});

export const postsCollection = collection({
  slug: 'posts',
  labels: { singular: 'News', plural: 'News' },
  admin: { useAsTitle: 'title', group, defaultColumns: ['title', 'date', '_status'] },
  access: edited,
  defaultSort: '-date',
  versions: drafts,
  hooks: collectionHooks('posts'),
  fields: [
    { name: 'title', type: 'text', localized: true, required: true, maxLength: 160 },
    slugField,
    { name: 'date', type: 'date', required: true, admin: { position: 'sidebar' } },
    { name: 'summary', type: 'textarea', localized: true, maxLength: 300 },
    { name: 'image', type: 'upload', relationTo: 'media' },
    { name: 'body', type: 'richText', editor, localized: true },
  ],
});

export const servicesCollection = collection({
  slug: 'services',
  admin: { useAsTitle: 'name', group, defaultColumns: ['name', 'priceFrom', '_status'] },
  access: edited,
  defaultSort: 'order',
  versions: drafts,
  hooks: collectionHooks('services'),
  fields: [
    { name: 'name', type: 'text', localized: true, required: true, maxLength: 120 },
    slugField,
    { name: 'order', type: 'number', defaultValue: 100, admin: { position: 'sidebar' } },
    { name: 'summary', type: 'textarea', localized: true, maxLength: 300 },
    { name: 'priceFrom', label: 'Price from', type: 'number', min: 0, admin: { position: 'sidebar' } },
    {
      name: 'priceUnit',
      label: 'Price for',
      type: 'text',
      localized: true,
      maxLength: 60,
      admin: { position: 'sidebar' },
    },
    { name: 'image', type: 'upload', relationTo: 'media' },
    { name: 'body', type: 'richText', editor, localized: true },
  ],
});

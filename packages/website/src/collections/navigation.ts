import { globalConfig, role, staff } from '@kontor/data';
import type { Field } from 'payload';
import { globalHooks } from '#publish-hook.ts';

const links = (name: string, label: string): Field => ({
  name,
  label,
  type: 'array',
  maxRows: 12,
  fields: [
    { name: 'page', type: 'relationship', relationTo: 'pages', required: true },
    {
      name: 'label',
      type: 'text',
      localized: true,
      maxLength: 60,
      admin: { description: 'Empty: the title of the page.' },
    },
  ],
});

/** Menu and footer. */
export const navigationGlobal = globalConfig({
  slug: 'navigation',
  admin: { group: 'Website' },
  access: { read: staff, update: role('admin', 'editor') },
  hooks: globalHooks('navigation'),
  fields: [
    links('menu', 'Menu'),
    links('footer', 'Footer'),
    { name: 'note', label: 'Line in the footer', type: 'textarea', localized: true, maxLength: 300 },
  ],
});

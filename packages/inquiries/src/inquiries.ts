import { collection, staff } from '@kontor/data';

/** A visitor's question. Its id is the key that the site gave it, so that sending it twice is one inquiry. */
export const inquiriesCollection = collection({
  slug: 'inquiries',
  labels: { singular: 'Inquiry', plural: 'Inquiries' },
  timestamps: false,
  defaultSort: '-receivedAt',
  admin: { useAsTitle: 'name', group: 'Firm', defaultColumns: ['name', 'email', 'page', 'state'] },
  access: { read: staff },
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'email', type: 'text', required: true },
    { name: 'phone', type: 'text' },
    { name: 'text', type: 'textarea', required: true },
    { name: 'language', type: 'text', required: true },
    { name: 'page', type: 'text', required: true },
    { name: 'receivedAt', type: 'number', required: true, index: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      options: ['open', 'answered', 'closed'],
      defaultValue: 'open',
      index: true,
    },
    /** Id of the person who sees to it. */
    { name: 'owner', type: 'text' },
    /** When it has waited for one working day of the firm. */
    { name: 'dueAt', type: 'number' },
    { name: 'answeredAt', type: 'number' },
    /** Ids of those who were reminded: each once. */
    { name: 'reminded', type: 'json' },
  ],
});

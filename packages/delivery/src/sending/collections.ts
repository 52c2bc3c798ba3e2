import { collection, role } from '@kontor/data';
import type { CollectionConfig } from 'payload';

/**
 * A message that somebody told the office to send, as one row: while it waits it can be taken back. Opened, it becomes a
 * row of `outgoing` for each place it goes to.
 */
const dispatchesCollection = collection({
  slug: 'dispatches',
  timestamps: false,
  admin: { hidden: true },
  fields: [
    /** waiting, undone (its draft is being put back), back, opening (its rows are being made), going. */
    { name: 'state', type: 'text', required: true },
    /** Milliseconds since 1970: when it may be opened, or until when whoever opens it has it. */
    { name: 'due', type: 'number', required: true },
    { name: 'at', type: 'number', required: true, index: true },
    /** Id of the copy in Sent. */
    { name: 'message', type: 'text', required: true, index: true },
    { name: 'mailbox', type: 'text', required: true },
    { name: 'person', type: 'text', required: true },
    { name: 'mailFrom', type: 'text', required: true },
    { name: 'recipients', type: 'json', required: true },
    { name: 'subject', type: 'text' },
    { name: 'blob', type: 'text', required: true, index: true },
    { name: 'size', type: 'number', required: true },
    { name: 'draftId', type: 'text', required: true },
    /** What it was written as, to put it back; null once that is done, or too late. */
    { name: 'draft', type: 'json' },
  ],
  indexes: [{ fields: ['state', 'due'] }],
});

/** What of a dispatch goes to one domain: the row that is claimed, tried, and tried again. */
const outgoingCollection = collection({
  slug: 'outgoing',
  timestamps: false,
  admin: { hidden: true },
  fields: [
    { name: 'dispatch', type: 'text', required: true, index: true },
    { name: 'domain', type: 'text', required: true },
    /** waiting (its claim included), done. */
    { name: 'state', type: 'text', required: true },
    /** Milliseconds since 1970: when it is tried next, or until when its holder has it. */
    { name: 'due', type: 'number', required: true },
    { name: 'holder', type: 'text' },
    { name: 'at', type: 'number', required: true },
    { name: 'attempts', type: 'number', required: true },
    { name: 'isDelayTold', type: 'checkbox', defaultValue: false },
    /** What became of each recipient (`Outcome`). */
    { name: 'recipients', type: 'json', required: true },
  ],
  indexes: [{ fields: ['state', 'due'] }],
});

/** Where mail ends in the demo: what would have gone out, to be looked at. */
const sinkCollection = (isShown: boolean): CollectionConfig =>
  collection({
    slug: 'sink',
    labels: { singular: 'Message kept here', plural: 'Mail kept here' },
    timestamps: false,
    admin: {
      useAsTitle: 'subject',
      group: 'Mail',
      defaultColumns: ['subject', 'sender', 'recipients', 'keptAt'],
      description: 'What this Kontor would have sent into the world.',
      hidden: !isShown,
    },
    defaultSort: '-keptAt',
    access: { read: role('admin') },
    fields: [
      { name: 'subject', type: 'text', admin: { readOnly: true } },
      { name: 'sender', type: 'text', admin: { readOnly: true } },
      { name: 'recipients', type: 'text', admin: { readOnly: true } },
      { name: 'keptAt', label: 'Sent', type: 'date', admin: { readOnly: true } },
      { name: 'size', label: 'Bytes', type: 'number', admin: { readOnly: true } },
      { name: 'raw', label: 'As it was sent', type: 'textarea', admin: { readOnly: true, rows: 30 } },
    ],
  });

/** `isSinkShown` where mail ends here. */
export const collections = ({ isSinkShown }: { isSinkShown: boolean }): CollectionConfig[] => [
  dispatchesCollection,
  outgoingCollection,
  sinkCollection(isSinkShown),
];

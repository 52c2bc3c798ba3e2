import { collection } from '@kontor/data';

const ours = { hidden: true } as const;

/** Mail that somebody is writing. Each save is a new version: who saves over a newer one is told. */
export const draftsCollection = collection({
  slug: 'drafts',
  timestamps: false,
  admin: ours,
  fields: [
    /** The person who writes it; nobody else ever sees it, in a shared mailbox either. */
    { name: 'author', type: 'text', required: true },
    /** The mailbox it is sent from. */
    { name: 'mailbox', type: 'text', required: true },
    { name: 'version', type: 'number', required: true },
    /** The screen that saved last: its own save, whose answer was lost, is no other's. */
    { name: 'savedBy', type: 'text' },
    { name: 'to', type: 'json' },
    { name: 'cc', type: 'json' },
    { name: 'bcc', type: 'json' },
    { name: 'subject', type: 'text' },
    { name: 'text', type: 'text' },
    { name: 'preview', type: 'text' },
    /** Ids of the messages it answers or forwards. */
    { name: 'answers', type: 'text' },
    { name: 'forwards', type: 'text' },
    { name: 'inReplyTo', type: 'text' },
    { name: 'references', type: 'json' },
    /** Milliseconds since 1970. */
    { name: 'updatedAt', type: 'number', required: true },
  ],
  indexes: [{ fields: ['author', 'mailbox', 'updatedAt'] }],
});

/** A file that a draft carries. A removed one stays for a day, so that what was sent can come back whole. */
export const uploadsCollection = collection({
  slug: 'uploads',
  timestamps: false,
  admin: ours,
  fields: [
    { name: 'draft', type: 'text', required: true, index: true },
    { name: 'blob', type: 'text', required: true, index: true },
    { name: 'filename', type: 'text', required: true },
    { name: 'type', type: 'text', required: true },
    { name: 'size', type: 'number', required: true },
    { name: 'at', type: 'number', required: true },
    { name: 'removedAt', type: 'number', index: true },
  ],
});

export const draftCollections = [draftsCollection, uploadsCollection];

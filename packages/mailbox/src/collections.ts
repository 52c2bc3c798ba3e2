import { collection, role } from '@kontor/data';
import type { FieldAccess } from 'payload';
import { draftCollections } from './drafts/collections.ts';
import { asKept } from './recipients.ts';

const ours = { hidden: true } as const;
/** A person's own mail is opened to nobody else by a line in a form, whoever writes it. */
const sharedOnly: { update: FieldAccess } = {
  update: ({ doc }) => (doc as { kind?: unknown } | undefined)?.kind === 'shared',
};

/** One person's or a team's mail. */
export const mailboxesCollection = collection({
  slug: 'mailboxes',
  labels: { singular: 'Mailbox', plural: 'Mailboxes' },
  admin: { useAsTitle: 'address', group: 'Mail', defaultColumns: ['address', 'name', 'kind'] },
  access: { read: role('admin'), update: role('admin') },
  fields: [
    { name: 'address', type: 'text', required: true, unique: true, access: { update: () => false } },
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: ['personal', 'shared'],
      access: { update: () => false },
    },
    // Text, not a relationship: a mailbox is made before its owner's row.
    { name: 'owner', type: 'text', index: true, access: { update: () => false }, admin: { readOnly: true } },
    { name: 'members', type: 'relationship', relationTo: 'persons', hasMany: true, access: sharedOnly },
    { name: 'groups', type: 'relationship', relationTo: 'groups', hasMany: true, access: sharedOnly },
  ],
});

/** Another address that leads to a mailbox. */
export const aliasesCollection = collection({
  slug: 'aliases',
  admin: { useAsTitle: 'address', group: 'Mail' },
  access: { read: role('admin'), create: role('admin'), update: role('admin'), delete: role('admin') },
  fields: [
    {
      name: 'address',
      type: 'text',
      required: true,
      unique: true,
      maxLength: 254,
      hooks: {
        beforeValidate: [({ value }) => (typeof value === 'string' ? asKept(value.trim()) : value)],
      },
      validate: (value: unknown) =>
        typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value)
          ? true
          : 'An address looks like orders@brightwater.example.',
    },
    { name: 'mailbox', type: 'relationship', relationTo: 'mailboxes', required: true },
  ],
});

/** RFC 9051's "mailbox". Its id survives renames; UIDVALIDITY never recurs within a mailbox. */
export const foldersCollection = collection({
  slug: 'folders',
  timestamps: false,
  admin: ours,
  fields: [
    { name: 'mailbox', type: 'text', required: true, index: true },
    { name: 'name', type: 'text', required: true },
    { name: 'parent', type: 'text' },
    /** RFC 6154's special uses, in lower case; null for a person's own folder. */
    { name: 'role', type: 'text' },
    { name: 'uidValidity', type: 'number', required: true },
    { name: 'subscribed', type: 'checkbox', defaultValue: true },
  ],
  indexes: [{ fields: ['mailbox', 'uidValidity'], unique: true }],
});

/** What was delivered to one mailbox: never changed after delivery. */
export const messagesCollection = collection({
  slug: 'messages',
  timestamps: false,
  admin: ours,
  fields: [
    { name: 'mailbox', type: 'text', required: true },
    /** SHA-256 of the bytes the wire gave. */
    { name: 'blob', type: 'text', required: true, index: true },
    /** Header lines that we add in front: Return-Path, Received, Authentication-Results. */
    { name: 'prefix', type: 'text', required: true },
    /** [start, end) ranges of the blob that are not shown: forged header lines. */
    { name: 'dropped', type: 'json' },
    /** Bytes of prefix and blob without what was dropped (RFC822.SIZE). */
    { name: 'size', type: 'number', required: true },
    /** Milliseconds since 1970. */
    { name: 'internalDate', type: 'number', required: true },
    { name: 'mailFrom', type: 'text' },
    { name: 'rcptTo', type: 'text' },
    { name: 'subject', type: 'text' },
    { name: 'from', type: 'json' },
    { name: 'to', type: 'json' },
    { name: 'cc', type: 'json' },
    { name: 'replyTo', type: 'json' },
    { name: 'sentAt', type: 'number' },
    { name: 'messageId', type: 'text' },
    { name: 'inReplyTo', type: 'text' },
    { name: 'references', type: 'json' },
    { name: 'thread', type: 'text', required: true },
    { name: 'text', type: 'text' },
    { name: 'hasHtml', type: 'checkbox', defaultValue: false },
    { name: 'attachments', type: 'json' },
    { name: 'preview', type: 'text' },
    { name: 'verdict', type: 'json' },
  ],
  indexes: [{ fields: ['mailbox', 'messageId'] }, { fields: ['mailbox', 'inReplyTo'] }],
});

/** A message in a folder. An expunged row stays as the tombstone that tells readers what is gone. */
export const placementsCollection = collection({
  slug: 'placements',
  timestamps: false,
  admin: ours,
  fields: [
    { name: 'folder', type: 'text', required: true },
    { name: 'mailbox', type: 'text', required: true },
    { name: 'message', type: 'text', required: true, index: true },
    { name: 'thread', type: 'text', required: true },
    { name: 'uid', type: 'number', required: true },
    { name: 'modseq', type: 'number', required: true },
    { name: 'date', type: 'number', required: true },
    { name: 'seen', type: 'checkbox', defaultValue: false },
    { name: 'flagged', type: 'checkbox', defaultValue: false },
    { name: 'answered', type: 'checkbox', defaultValue: false },
    { name: 'draft', type: 'checkbox', defaultValue: false },
    { name: 'deleted', type: 'checkbox', defaultValue: false },
    { name: 'keywords', type: 'json' },
    { name: 'attachments', type: 'checkbox', defaultValue: false },
    { name: 'expunged', type: 'checkbox', defaultValue: false },
  ],
  indexes: [
    { fields: ['folder', 'uid'], unique: true },
    { fields: ['folder', 'modseq'], unique: true },
    { fields: ['folder', 'expunged', 'thread', 'date'] },
    { fields: ['folder', 'expunged', 'date', 'thread'] },
    { fields: ['folder', 'expunged', 'seen'] },
    { fields: ['mailbox', 'thread'] },
  ],
});

/**
 * In a shared mailbox \Seen is per person: who has seen which placement. An expunged placement has no marks, so what is
 * unread in a folder is its placements less a person's marks, two counts on an index.
 */
export const marksCollection = collection({
  slug: 'marks',
  timestamps: false,
  admin: ours,
  fields: [
    { name: 'person', type: 'text', required: true },
    { name: 'folder', type: 'text', required: true },
    { name: 'placement', type: 'text', required: true },
    { name: 'message', type: 'text', required: true, index: true },
  ],
  indexes: [{ fields: ['folder', 'person', 'placement'] }],
});

export const collections = [
  mailboxesCollection,
  aliasesCollection,
  foldersCollection,
  messagesCollection,
  placementsCollection,
  marksCollection,
  ...draftCollections,
];

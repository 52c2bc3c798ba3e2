import { collection } from '@kontor/data';

const ours = { hidden: true } as const;

/** A tree of pages that the same groups read, write and manage. */
const spaces = collection({
  slug: 'wiki-spaces',
  timestamps: false,
  admin: ours,
  fields: [
    { name: 'name', type: 'text', required: true },
    /** The part of its pages' addresses; a page is found by its own id, so that this may change. */
    { name: 'slug', type: 'text', required: true, unique: true },
    { name: 'about', type: 'text' },
    { name: 'rank', type: 'text', required: true },
    /** How many moves there were in its tree, and the last of them: see move-in-tree.ts. */
    { name: 'moves', type: 'number', required: true },
    { name: 'lastMove', type: 'json' },
  ],
});

/** What a group may do in a space. No row, no right. */
const rights = collection({
  slug: 'wiki-rights',
  timestamps: false,
  admin: ours,
  fields: [
    { name: 'space', type: 'text', required: true, index: true },
    { name: 'group', type: 'text', required: true, index: true },
    /** "read", "write" or "manage". */
    { name: 'may', type: 'text', required: true },
  ],
});

/** A page's place and name. What is written on it stands in its newest version. */
const pages = collection({
  slug: 'wiki-pages',
  timestamps: false,
  admin: ours,
  fields: [
    { name: 'space', type: 'text', required: true },
    { name: 'parent', type: 'text' },
    /** Sorts it among its siblings; a new key fits between any two. */
    { name: 'rank', type: 'text', required: true },
    /** Number of the move in its space that put it here. */
    { name: 'moved', type: 'number', required: true },
    { name: 'title', type: 'text', required: true },
    /** Number of the version that the title is of. */
    { name: 'version', type: 'number', required: true },
    { name: 'author', type: 'text' },
    { name: 'createdAt', type: 'number', required: true },
    { name: 'changedAt', type: 'number', required: true },
    { name: 'trashedAt', type: 'number' },
    /** The page that was put into the trash and took this one along: itself, or one above it. */
    { name: 'trashedWith', type: 'text' },
  ],
  indexes: [{ fields: ['space', 'trashedWith'] }, { fields: ['space', 'changedAt'] }],
});

/** What a page said at one time. Its id is page and number, so that of two who write the next one, one does. */
const versions = collection({
  slug: 'wiki-versions',
  timestamps: false,
  admin: ours,
  fields: [
    { name: 'page', type: 'text', required: true },
    { name: 'number', type: 'number', required: true },
    { name: 'title', type: 'text', required: true },
    { name: 'document', type: 'json', required: true },
    { name: 'author', type: 'text' },
    { name: 'at', type: 'number', required: true },
    /** The version that this one restores, where it does. */
    { name: 'restores', type: 'number' },
  ],
  indexes: [{ fields: ['page', 'number'] }],
});

/** What somebody saved who had begun from an older version than the newest: kept beside it until somebody decides. */
const asides = collection({
  slug: 'wiki-asides',
  timestamps: false,
  admin: ours,
  fields: [
    { name: 'page', type: 'text', required: true, index: true },
    /** The version it began from. */
    { name: 'base', type: 'number', required: true },
    { name: 'title', type: 'text', required: true },
    { name: 'document', type: 'json', required: true },
    { name: 'author', type: 'text' },
    { name: 'at', type: 'number', required: true },
  ],
});

const attachments = collection({
  slug: 'wiki-attachments',
  timestamps: false,
  admin: ours,
  fields: [
    { name: 'page', type: 'text', required: true, index: true },
    { name: 'filename', type: 'text', required: true },
    /** As the sender said; what it is served as is decided where it is served. */
    { name: 'type', type: 'text', required: true },
    { name: 'blob', type: 'text', required: true, index: true },
    { name: 'size', type: 'number', required: true },
    { name: 'author', type: 'text' },
    { name: 'at', type: 'number', required: true },
  ],
});

export const collections = [spaces, rights, pages, versions, asides, attachments];

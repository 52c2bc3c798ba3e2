import { collection } from '#collection.ts';

/** A collection with one field of each kind that the contract is about. */
export const things = collection({
  slug: 'things',
  fields: [
    { name: 'name', type: 'text', unique: true },
    { name: 'box', type: 'text' },
    { name: 'uid', type: 'number' },
    { name: 'modseq', type: 'number' },
    { name: 'thread', type: 'text' },
    { name: 'date', type: 'number' },
    { name: 'due', type: 'date' },
    { name: 'hits', type: 'number', defaultValue: 0 },
    { name: 'seen', type: 'checkbox', defaultValue: false },
    { name: 'more', type: 'json' },
  ],
  indexes: [
    { fields: ['box', 'uid'], unique: true },
    { fields: ['box', 'modseq'], unique: true },
  ],
});

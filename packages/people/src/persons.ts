import { locales } from '@kontor/core';
import { collection, personOf, role, staff } from '@kontor/data';
import type { FieldAccess } from 'payload';
import { checkDay, checkTimeZone } from './actions/fields.ts';
import { emptyGroup } from './empty-group.ts';
import { roles } from './roles.ts';
import { endSession, sessionStrategy } from './session-strategy.ts';

const admins = role('admin');
const never: FieldAccess = () => false;
/** What visitors of the website see of a person. */
const editors = role('admin', 'editor');
const byEditors = { create: editors, update: editors };
/** What decides who a person is and may do is changed by our actions, which know every consequence. */
const byActionsOnly = { create: never, update: never };

export const personsCollection = collection({
  slug: 'persons',
  labels: { singular: 'Person', plural: 'People' },
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'email', 'role', 'disabled'], group: 'Firm' },
  auth: { disableLocalStrategy: true, strategies: [sessionStrategy] },
  access: {
    read: staff,
    update: ({ req }) => {
      const person = personOf(req);
      if (!person) return false;
      return person.role === 'admin' ? true : { id: { equals: person.id } };
    },
    admin: editors,
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120, access: byEditors },
    {
      name: 'email',
      label: 'Address',
      type: 'text',
      required: true,
      unique: true,
      access: byActionsOnly,
      admin: { readOnly: true },
    },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'staff',
      options: [...roles],
      access: byActionsOnly,
      admin: { readOnly: true },
    },
    {
      name: 'groups',
      type: 'relationship',
      relationTo: 'groups',
      hasMany: true,
      access: { create: admins, update: admins },
    },
    {
      name: 'language',
      type: 'select',
      required: true,
      defaultValue: 'en',
      options: locales.map(({ code }) => code),
    },
    { name: 'timeZone', type: 'text', required: true, defaultValue: 'UTC', validate: checkTimeZone },
    /** On leave from the first of these days to the last, both included: others see to what is theirs. */
    { name: 'awayFrom', type: 'text', validate: checkDay },
    { name: 'awayUntil', type: 'text', validate: checkDay },
    {
      name: 'disabled',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      access: byActionsOnly,
      admin: { readOnly: true },
    },
    {
      name: 'passwordHash',
      type: 'text',
      hidden: true,
      access: { create: never, read: never, update: never },
    },
    {
      name: 'profile',
      label: 'On the website',
      type: 'group',
      access: byEditors,
      fields: [
        { name: 'shown', type: 'checkbox', defaultValue: false },
        { name: 'order', type: 'number', defaultValue: 100 },
        { name: 'title', label: 'Job title', type: 'text', localized: true, maxLength: 120 },
        { name: 'bio', type: 'textarea', localized: true, maxLength: 600 },
        { name: 'photo', type: 'upload', relationTo: 'media' },
      ],
    },
  ],
  endpoints: [
    { path: '/logout', method: 'post', handler: endSession },
    // Payload's own sign-in routes stay shut even where its local strategy is off.
    ...['login', 'refresh-token', 'forgot-password', 'reset-password', 'unlock', 'first-register'].map(
      (name) => ({
        path: `/${name}`,
        method: 'post' as const,
        handler: () => Response.json({ errors: [{ message: 'Sign in at /login.' }] }, { status: 404 }),
      }),
    ),
  ],
});

export const groupsCollection = collection({
  slug: 'groups',
  admin: { useAsTitle: 'name', group: 'Firm' },
  access: { read: staff, create: role('admin'), update: role('admin'), delete: role('admin') },
  hooks: { beforeDelete: [emptyGroup] },
  fields: [{ name: 'name', type: 'text', required: true, unique: true, maxLength: 60 }],
});

export const domainsCollection = collection({
  slug: 'domains',
  admin: { useAsTitle: 'name', group: 'Firm' },
  access: { read: staff },
  fields: [{ name: 'name', type: 'text', required: true, unique: true }],
});

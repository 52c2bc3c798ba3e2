import { action, fromInside, hasRole } from '@kontor/core';
import { z } from 'zod';
import type { PeopleContext } from '#context.ts';
import { languageField, localPartField, personNameField, roleField, timeZoneField } from './fields.ts';
import { hashNewPassword, passwordField } from './new-password.ts';
import { requireFirm } from './set-up-firm.ts';
import { writePerson } from './write-person.ts';

/** A person joins: login and mailbox in one step. */
export const addPerson = action({
  name: 'people.add-person',
  input: z.object({
    name: personNameField,
    localPart: localPartField,
    role: roleField.default('staff'),
    groups: z.array(z.string().max(64)).max(50).default([]),
    language: languageField.optional(),
    timeZone: timeZoneField.optional(),
    password: passwordField,
    profile: z.record(z.string(), z.unknown()).optional(),
  }),
  can: (caller) => fromInside(caller) || hasRole('admin')(caller),
  async run(context: PeopleContext, { password, profile, language, timeZone, ...input }) {
    const firm = await requireFirm(context);
    const passwordHash = await hashNewPassword(password, [input.name, input.localPart, firm.domain]);
    return writePerson(context, {
      ...input,
      domain: firm.domain,
      language: language ?? firm.defaultLanguage,
      timeZone: timeZone ?? firm.timeZone,
      passwordHash,
      ...(profile ? { profile } : {}),
    });
  },
});

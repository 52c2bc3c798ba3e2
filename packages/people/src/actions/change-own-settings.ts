import { action } from '@kontor/core';
import { z } from 'zod';
import type { PeopleContext } from '#context.ts';
import { languageField, timeZoneField } from './fields.ts';

/** The language and the time zone a person sees the office in. */
export const changeOwnSettings = action({
  name: 'people.change-own-settings',
  input: z.object({ language: languageField, timeZone: timeZoneField }),
  can: (caller) => caller.person !== null && caller.via === 'web',
  async run({ payload }: PeopleContext, { language, timeZone }, caller) {
    const id = caller.person?.id ?? '';
    await payload.db.updateOne({
      collection: 'persons',
      id,
      data: { language, timeZone },
      returning: false,
    });
  },
});

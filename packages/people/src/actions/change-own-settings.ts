import { action } from '@kontor/core';
import { z } from 'zod';
import type { PeopleContext } from '#context.ts';
import { dayField, languageField, timeZoneField } from './fields.ts';

/** The language and the time zone a person sees the office in, and the days of the next leave. */
export const changeOwnSettings = action({
  name: 'people.change-own-settings',
  input: z
    .object({
      language: languageField,
      timeZone: timeZoneField,
      awayFrom: dayField.default(''),
      awayUntil: dayField.default(''),
    })
    .refine(({ awayFrom, awayUntil }) => (awayFrom === '') === (awayUntil === '') && awayFrom <= awayUntil, {
      path: ['awayUntil'],
      message: 'Say the first and the last day, the last not before the first; or neither.',
    }),
  can: (caller) => caller.person !== null && caller.via === 'web',
  async run({ payload }: PeopleContext, settings, caller) {
    const id = caller.person?.id ?? '';
    await payload.db.updateOne({
      collection: 'persons',
      id,
      data: settings,
      returning: false,
    });
  },
});

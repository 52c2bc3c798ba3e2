import { isOfficeLanguage } from '@kontor/core';
import { headers } from 'next/headers';
import { cache } from 'react';
import { personHere } from './session.ts';
import { wantedLanguage } from './wanted-language.ts';

/** The language of this answer: the person's own, before sign-in the browser's, English where neither is spoken here. */
export const languageHere = cache(async (): Promise<string> => {
  const person = await personHere().catch(() => null);
  if (person) return isOfficeLanguage(person.language) ? person.language : 'en';
  return wantedLanguage((await headers()).get('accept-language'));
});

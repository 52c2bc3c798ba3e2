import Negotiator from 'negotiator';
import { headers } from 'next/headers';
import { cache } from 'react';
import { personHere } from './session.ts';
import { officeLanguages } from './texts/texts.ts';

/** The language of this answer: the person's own, before sign-in the browser's, English where neither is spoken here. */
export const languageHere = cache(async (): Promise<string> => {
  const person = await personHere().catch(() => null);
  if (person) return officeLanguages.includes(person.language) ? person.language : 'en';
  const wanted = (await headers()).get('accept-language') ?? undefined;
  const negotiator = new Negotiator({ headers: { 'accept-language': wanted } });
  return negotiator.language(officeLanguages) ?? 'en';
});

import type { Caller } from '@kontor/core';
import type { Person } from '@kontor/people';
import type { Office } from '@kontor/suite';
import type { Speak } from '../texts/speak.ts';

/** Who looks at a screen of the wiki, and in which words. */
export interface WikiReader {
  office: Office;
  caller: Caller;
  person: Person;
  language: string;
  say: Speak;
}

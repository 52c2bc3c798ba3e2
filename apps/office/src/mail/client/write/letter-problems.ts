import { looksRight, spelled } from '../../letter/addresses.ts';
import type { LetterFields } from '../../letter/letter-data.ts';
import type { Speak } from '../../texts/speak.ts';
import { CallProblem } from '../office-calls.ts';
import { isolated } from '../people-names.ts';
import type { Recipients } from './letter-state.ts';

type FieldProblems = Partial<Record<Recipients, string>>;

/** What stands in the way of sending, at the field where it can be put right. */
export function wrongFields(fields: LetterFields, say: Speak): FieldProblems {
  const names = ['to', 'cc', 'bcc'] as const;
  if (names.every((name) => fields[name].length === 0)) return { to: say('write.nobody') };
  const wrong = names.flatMap((name) => {
    const bad = fields[name].find((person) => !looksRight(person));
    return bad ? [[name, say('write.no-address', { address: isolated(spelled(bad)) })]] : [];
  });
  return Object.fromEntries(wrong);
}

/** What the office says of the fields. */
export function refusedFields(error: unknown): FieldProblems {
  const fields = error instanceof CallProblem ? Object.entries(error.fields) : [];
  const named = fields.map(([path, why]) => [path.split('.')[0], why] as const);
  return Object.fromEntries(named.filter(([name]) => name === 'to' || name === 'cc' || name === 'bcc'));
}

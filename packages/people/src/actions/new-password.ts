import { hashPassword, ratePassword } from '@kontor/auth';
import { z } from 'zod';
import { peopleProblems } from '#problems.ts';

export const passwordField = z.string().min(1, 'Enter a password.').max(256, 'At most 256 characters.');

/** The hash of a password good enough to be taken; throws people.weak-password, named at its field. */
export async function hashNewPassword(password: string, personal: readonly string[]): Promise<string> {
  const rating = await ratePassword(password, personal);
  if (rating.ok) return hashPassword(password);
  const fields = {
    password: {
      'too-short': 'At least 10 characters.',
      'too-long': 'At most 256 characters.',
      'too-common': 'This is too easy to guess. A few words in a row are good.',
    }[rating.why],
  };
  return peopleProblems.raise('weak-password', { fields });
}

import type { Problem } from '@kontor/core';
import { type DoctorCode, doctorProblems } from './problems.ts';

/** What one look found. Only `bad` is something that does not work on this host, and the office says it by its code. */
export type Finding = Fine | Bad;

interface Fine {
  subject: string;
  state: 'good' | 'note';
  says: string;
  hint?: string;
}

interface Bad {
  subject: string;
  state: 'bad';
  says: string;
  /** What to do about it. */
  hint: string;
  code: string;
  values: Problem['values'];
}

export const good = (subject: string, says: string): Finding => ({ subject, state: 'good', says });
export const note = (subject: string, says: string): Finding => ({ subject, state: 'note', says });

/** What the doctor itself knows to be wrong. */
export const bad = (subject: string, code: DoctorCode, values: Problem['values'] = {}): Bad =>
  failed(subject, doctorProblems.make(code, { values }));

/** What somebody else could not do. */
export const failed = (subject: string, { code, values, title, hint }: Problem): Bad => ({
  subject,
  state: 'bad',
  says: title,
  hint,
  code,
  values,
});

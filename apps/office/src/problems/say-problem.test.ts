import { actionProblems, Problem } from '@kontor/core';
import { mailboxProblems } from '@kontor/mailbox';
import { changePassword, peopleProblems, setUpFirm, signIn } from '@kontor/people';
import { expect, test } from 'vitest';
import { fieldsInArabic, problemsInArabic } from './ar.ts';
import { sayProblem } from './say-problem.ts';

const catalogues = {
  people: peopleProblems.entries,
  mailbox: mailboxProblems.entries,
  action: actionProblems.entries,
};
const known = Object.entries(catalogues).flatMap(([name, entries]) =>
  Object.entries(entries).map(([code, entry]) => [`${name}.${code}`, entry] as const),
);
const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

test.each(known)('%s is said in Arabic, with the same values', (code, { title, hint }) => {
  const said = problemsInArabic[code];
  expect(slots(said?.title ?? 'missing {arabic}')).toEqual(slots(title));
  expect(slots(said?.hint ?? 'missing {arabic}')).toEqual(slots(hint));
});

test('no problem is said in Arabic that does not exist', () => {
  expect(Object.keys(problemsInArabic).filter((code) => !known.some(([name]) => name === code))).toEqual([]);
});

const long = 'x'.repeat(300);
const wrong = {
  token: 'x',
  firmName: '',
  domain: 'nothing',
  languages: [],
  timeZone: 'Moon/Far',
  name: '',
  localPart: 'a..b',
  password: '',
  email: '',
  current: '',
};
const inputs: Record<string, unknown>[] = [
  wrong,
  {
    ...wrong,
    languages: Array(9).fill('en'),
    name: long,
    firmName: long,
    domain: `${long}.example`,
    localPart: '!',
  },
  { ...wrong, languages: ['xx'], email: long, password: long },
];

test.each([setUpFirm, signIn, changePassword])(
  'whatever stands at a field of $name is said in Arabic',
  ({ input }) => {
    const sentences = inputs.flatMap((values) =>
      input.safeParse(values).error?.issues.map(({ message }) => message),
    );
    expect(sentences.length).toBeGreaterThan(2);
    expect(sentences.filter((sentence) => sentence && !(sentence in fieldsInArabic))).toEqual([]);
  },
);

test('the values of a problem come through', () => {
  const problem = peopleProblems.make('too-many-attempts', { values: { minutes: 3 } });
  expect(problem).toBeInstanceOf(Problem);
  expect(sayProblem(problem, 'ar').hint).toContain('3');
  expect(sayProblem(problem, 'en').hint).toBe('Wait 3 min, then try again.');
});

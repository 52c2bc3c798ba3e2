import { officeLanguages, Problem } from '@kontor/core';
import { actions as mailboxActions } from '@kontor/mailbox';
import { changeOwnSettings, changePassword, peopleProblems, setUpFirm, signIn } from '@kontor/people';
import { actions as tunnelActions } from '@kontor/tunnels';
import { actions as wikiActions } from '@kontor/wiki';
import { describe, expect, test } from 'vitest';
import { everyProblem } from '#testing/every-problem.ts';
import * as ar from './ar.ts';
import * as de from './de.ts';
import * as ru from './ru.ts';
import { sayProblem } from './say-problem.ts';

const catalogues = { ar, de, ru };
const known = await everyProblem();
const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

test('problems are found wherever there are some, and said in every language of the office', () => {
  const packages = new Set(known.map(([code]) => code.split('.')[0]));
  expect([...packages].sort()).toEqual(
    'action config data delivery doctor inquiries mail mailbox people search tunnels wiki'.split(' '),
  );
  expect(['en', ...Object.keys(catalogues)].sort()).toEqual([...officeLanguages].sort());
});

describe.each(Object.entries(catalogues))('in %s', (language, { problems, fields }) => {
  test.each(known)('%s is said, with the same values', (code, { title, hint }) => {
    const said = problems[code];
    expect(slots(said?.title ?? 'missing {words}')).toEqual(slots(title));
    expect(slots(said?.hint ?? 'missing {words}')).toEqual(slots(hint));
  });

  test('no problem is said that does not exist', () => {
    expect(Object.keys(problems).filter((code) => !known.some(([name]) => name === code))).toEqual([]);
  });

  test('what stands at a field is the same as in the other languages', () => {
    expect(Object.keys(fields).sort()).toEqual(Object.keys(ar.fields).sort());
  });

  test.each([setUpFirm, signIn, changePassword, changeOwnSettings])(
    'whatever stands at a field of $name is said',
    ({ input }) => {
      const sentences = inputs.flatMap((values) =>
        input.safeParse(values).error?.issues.map(({ message }) => message),
      );
      expect(sentences.length).toBeGreaterThan(2);
      expect(sentences.filter((sentence) => sentence && !(sentence in fields))).toEqual([]);
    },
  );

  // What no form can send is answered in zod's words or with "Not a …": those are for programs.
  test.each(Object.entries({ mailboxActions, tunnelActions, wikiActions }))(
    'whatever stands at a field of the %s is said',
    (_name, actions) => {
      const answers = actions.flatMap(({ input }) =>
        inputs.flatMap((values) => input.safeParse(values).error?.issues.map(({ message }) => message) ?? []),
      );
      const sentences = new Set(answers.filter((text) => /^(?!Not a ).*\.$/.test(text)));
      expect(sentences.size).toBeGreaterThan(1);
      expect([...sentences].filter((sentence) => !(sentence in fields))).toEqual([]);
    },
  );

  test('the values of a problem come through', () => {
    const problem = peopleProblems.make('too-many-attempts', { values: { minutes: 3 } });
    expect(problem).toBeInstanceOf(Problem);
    const said = sayProblem(problem, language);
    expect(said.hint).toContain('3');
    expect(said.hint).not.toBe(problem.hint);
  });
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
  title: '',
  may: 'x',
  publicKey: 'x',
  subnet4: 'x',
  subnet6: 'x',
  host: '1.2.3',
  port: 0,
  dns: ['x'],
  routes: ['x'],
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
  { ...wrong, language: 'en', timeZone: 'UTC', awayFrom: 'soon' },
  { ...wrong, language: 'en', timeZone: 'UTC', awayFrom: '2026-12-24' },
  { ...wrong, title: long, name: 'a\nb', about: 'x'.repeat(301), markdown: 'x'.repeat(1_000_001) },
  {
    ...wrong,
    title: 'a\nb',
    dns: Array(5).fill('10.8.0.1'),
    routes: Array(13).fill('0.0.0.0/0'),
    to: Array(201).fill({}),
    text: 'x'.repeat(200_001),
  },
];

test('English is said as the package says it', () => {
  const problem = peopleProblems.make('too-many-attempts', { values: { minutes: 3 } });
  expect(sayProblem(problem, 'en').hint).toBe('Wait 3 min, then try again.');
});

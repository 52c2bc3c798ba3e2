import { expect, test } from 'vitest';
import { isOwnCall } from './own-call.ts';

const form = (fields: Record<string, string | Blob>): FormData => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, value);
  return made;
};
const state = '{"problem":null,"values":{"email":["$$5 off"]},"answer":0}';
const action = '{"id":"7f","bound":"$@1"}';

test('our own pages call with the state before and the form, by script and without', () => {
  expect(isOwnCall(form({ '0': `[${state},"$K1"]`, _1_email: 'x' }), true)).toBe(true);
  const fields = { $ACTION_REF_1: '', '$ACTION_1:0': action, '$ACTION_1:1': `[${state}]`, $ACTION_KEY: 'k' };
  expect(isOwnCall(form({ ...fields, email: '$x' }), false)).toBe(true);
  expect(isOwnCall(form({ deed: 'archive' }), false)).toBe(true);
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '[null]',
  '7',
  `[${state},${state}]`,
  '["$F1"]',
  '[{"a":"$F1"}]',
  '[{"a":"\\u0024Q1"}]',
])('the state %s is not ours', (sent) =>
  expect(isOwnCall(form({ '$ACTION_1:0': action, '$ACTION_1:1': sent }), false)).toBe(false),
);

test.each([
  '',
  '{',
  '[]',
  `[${state}]`,
  `[${state},"x"]`,
  `[${state},"$F1"]`,
  `["$K1","$K1"]`,
  `[${state},"$K1",1]`,
])('the call %s by a script is not ours', (sent) => expect(isOwnCall(form({ '0': sent }), true)).toBe(false));

test('a file instead of a state, and a third argument, are not ours', () => {
  expect(isOwnCall(form({ '$ACTION_1:1': new Blob([`[${state}]`]) }), false)).toBe(false);
  expect(isOwnCall(form({ '$ACTION_1:2': `[${state}]` }), false)).toBe(false);
});

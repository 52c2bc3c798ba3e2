import { expect, test } from 'vitest';
import { fitting, looksRight, readAddresses, spelled } from './addresses.ts';

test('addresses are read as people paste them', () => {
  expect(readAddresses('"Hale, Nora" <Nora@X.example>; b@y.example,\nMax <m@z.example>، no address')).toEqual(
    [
      { name: 'Hale, Nora', address: 'nora@x.example' },
      { name: '', address: 'b@y.example' },
      { name: 'Max', address: 'm@z.example' },
      { name: '', address: 'no address' },
    ],
  );
});

test('what is written out can be read again', () => {
  const people = [
    { name: 'Hale, Nora', address: 'nora@x.example' },
    { name: '', address: 'b@y.example' },
  ];
  expect(readAddresses(people.map(spelled).join(', '))).toEqual(people);
});

test.each([
  ['nora@x.example', true],
  ['نورا@مثال.السعودية', true],
  ['no@', false],
  ['no', false],
  ['a b@x.example', false],
  ['a@b', false],
  ['a@x.example\r\nBcc: b@x.example', false],
  [`${'a'.repeat(300)}@x.example`, false],
])('%j can be an address: %s', (address, can) => expect(looksRight({ name: '', address })).toBe(can));

test('people are found by the beginning of any of their names, with or without accents', () => {
  const known = [
    { name: 'Zoë Müller', address: 'zm@x.example' },
    { name: 'Ben Ash', address: 'ben@y.example' },
    { name: '', address: 'muller-gmbh@z.example' },
  ];
  expect(fitting(known, 'mull', []).map(({ address }) => address)).toEqual([
    'zm@x.example',
    'muller-gmbh@z.example',
  ]);
  expect(fitting(known, 'zoe', [])).toEqual([known[0]]);
  expect(fitting(known, 'ash', [])).toEqual([known[1]]);
  expect(fitting(known, 'be', known)).toEqual([]);
  expect(fitting(known, ' ', [])).toEqual([]);
});

import { expect, test } from 'vitest';
import { workingTimeFields, workingTimeOf } from './working-time.ts';

const usual = { timeZone: 'UTC', days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' };

test('what was set counts', () => {
  const firm = { workingDays: ['7', '1'], worksFrom: '08:00', worksUntil: '16:30', timeZone: 'Asia/Riyadh' };
  expect(workingTimeOf(firm)).toEqual({
    timeZone: 'Asia/Riyadh',
    days: [7, 1],
    from: '08:00',
    until: '16:30',
  });
});

test.each([
  {},
  { workingDays: [], worksFrom: null, worksUntil: null, timeZone: null },
  { workingDays: ['x', '9'], worksFrom: '17:00', worksUntil: '09:00', timeZone: 'Mars/Nowhere' },
])('%j is as it is usual', (firm) => expect(workingTimeOf(firm)).toEqual(usual));

const says = (name: string, value: unknown, siblingData = {}) => {
  const field = workingTimeFields.find((one) => 'name' in one && one.name === name);
  const { validate } = field as { validate: (value: unknown, options: unknown) => true | string };
  return validate(value, { siblingData });
};

test('a time is a time, and work ends after it begins', () => {
  expect(says('worksFrom', '09:00')).toBe(true);
  for (const wrong of ['9:00', '24:00', '', null, '09:00\n'])
    expect(says('worksFrom', wrong)).toMatch(/looks like/);
  expect(says('worksUntil', '17:00', { worksFrom: '09:00' })).toBe(true);
  expect(says('worksUntil', '08:00', { worksFrom: '09:00' })).toMatch(/later/);
});

import { expect, test } from 'vitest';
import { oneWorkingDayAfter } from './working-time.ts';

const london = { timeZone: 'Europe/London', days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' };
const due = (at: string, working = london) =>
  new Date(oneWorkingDayAfter(Date.parse(at), working)).toISOString();

test.each([
  [
    'in the middle of a day is due at the same hour of the next',
    '2026-11-24T10:42Z',
    '2026-11-25T10:42:00.000Z',
  ],
  ['on Friday afternoon is due on Monday afternoon', '2026-11-27T16:00Z', '2026-11-30T16:00:00.000Z'],
  ['on Saturday has all of Monday', '2026-11-28T12:00Z', '2026-11-30T17:00:00.000Z'],
  ['in the night has all of the day', '2026-11-24T03:00Z', '2026-11-24T17:00:00.000Z'],
  ['after closing has all of the next day', '2026-11-24T17:00Z', '2026-11-25T17:00:00.000Z'],
  ['before the clocks change is due at the same hour after', '2026-10-23T12:00Z', '2026-10-26T13:00:00.000Z'],
])('what comes %s', (_, at, then) => expect(due(at)).toBe(then));

test('the firm’s own week and zone count', () => {
  const riyadh = { timeZone: 'Asia/Riyadh', days: [7, 1, 2, 3, 4], from: '08:00', until: '16:00' };
  // Thursday 15:00 there; Friday and Saturday are free.
  expect(due('2026-11-26T12:00Z', riyadh)).toBe('2026-11-29T12:00:00.000Z');
});

test('a firm of one working day a week, and of a few minutes, still has a due time', () => {
  expect(due('2026-11-24T12:00Z', { ...london, days: [1] })).toBe('2026-11-30T17:00:00.000Z');
  expect(due('2026-11-24T12:00Z', { ...london, until: '09:05' })).toBe('2026-11-25T09:05:00.000Z');
});

test('a firm that never works is a mistake, not an endless search', () => {
  expect(() => due('2026-11-24T12:00Z', { ...london, days: [] })).toThrow('working');
});

import { expect, test } from 'vitest';
import { relativeTime } from './relative-time.ts';

const now = Date.UTC(2026, 10, 24, 12);
const hour = 3_600_000;

test.each([
  [-26 * hour, 'yesterday'],
  [-75 * hour, '3 days ago'],
  [-2.5 * hour, '2 hours ago'],
  [-30_000, 'this minute'],
  [3 * hour, 'in 3 hours'],
])('%i ms from now is said as "%s"', (distance, said) =>
  expect(relativeTime(now + distance, now, 'en')).toBe(said),
);

test('where seconds count they are said', () => {
  expect(relativeTime(now - 30_000, now, 'en', 'second')).toBe('30 seconds ago');
  expect(relativeTime(now, now, 'en', 'second')).toBe('now');
  expect(relativeTime(now - 90_000, now, 'en', 'second')).toBe('1 minute ago');
});

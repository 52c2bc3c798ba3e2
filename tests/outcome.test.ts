import { describe, expect, test } from 'vitest';
import { outcomeOf } from './outcome.mjs';

const one = (fullName: string, status: string) => ({ fullName, status });
type Results = Parameters<typeof outcomeOf>[0]['testResults'];
const file = (assertionResults: Results[number]['assertionResults'], status = 'passed') => ({
  status,
  assertionResults,
});
const report = (testResults: Results, passed = 0, failed = 0) => ({
  testResults,
  numPassedTests: passed,
  numFailedTests: failed,
});
const mayBeSkipped = { 'on MongoDB': 'there is none' };

test('what passed and failed is counted', () => {
  const run = report([file([one('adds', 'passed')]), file([one('takes', 'failed')], 'failed')], 1, 1);
  expect(outcomeOf(run, { mayBeSkipped, ci: true })).toEqual({ passed: 1, failed: 1, skipped: 0, lines: [] });
});

describe('a skipped test', () => {
  const run = report([file([one('draws a page', 'skipped'), one('adds', 'passed')])], 1);

  test('is named and counted', () => {
    const outcome = outcomeOf(run, { mayBeSkipped, ci: false });
    expect(outcome).toMatchObject({ passed: 1, failed: 0, skipped: 1, lines: ['skipped: draws a page'] });
  });
  test('fails the run in CI when it is not listed', () => {
    const outcome = outcomeOf(run, { mayBeSkipped, ci: true });
    expect(outcome.failed).toBe(1);
    expect(outcome.lines.at(-1)).toContain('not listed in tests/may-skip.json');
  });
  test('that is listed is fine in CI', () => {
    const listed = report([file([one('an upgrade on MongoDB keeps all', 'pending')])]);
    expect(outcomeOf(listed, { mayBeSkipped, ci: true })).toMatchObject({ failed: 0, skipped: 1 });
  });
});

test('a file that cannot be loaded is a failure, though no test of it ran', () => {
  expect(outcomeOf(report([file([], 'failed')]), { mayBeSkipped, ci: false }).failed).toBe(1);
});

test('words that match no test are a failure', () => {
  const outcome = outcomeOf(report([]), { mayBeSkipped, ci: false });
  expect(outcome).toMatchObject({ failed: 1, lines: ['No test matches.'] });
});

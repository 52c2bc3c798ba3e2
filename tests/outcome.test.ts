import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { absentSuites, outcomeOf, skipsOf } from './outcome.mjs';

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
  const outcome = outcomeOf(run, { mayBeSkipped, ci: true });
  expect(outcome).toMatchObject({ passed: 1, failed: 1, skipped: 0 });
});

test('what failed is named last, in a line each', () => {
  const failing = {
    ...one('takes two', 'failed'),
    failureMessages: ['\u001b[31mexpected 1\u001b[39m\n  at x.ts'],
  };
  const broken = { ...file([], 'failed'), name: 'sums.test.ts', message: 'no module' };
  const { lines } = outcomeOf(report([file([failing], 'failed'), broken], 0, 1), { mayBeSkipped, ci: true });
  expect(lines).toEqual(['failed: takes two: expected 1', 'failed: sums.test.ts: no module']);
});

describe('a skipped test', () => {
  const run = report([file([one('draws a page', 'skipped'), one('adds', 'passed')])], 1);

  test('is named and counted', () => {
    const outcome = outcomeOf(run, { mayBeSkipped, ci: false });
    expect(outcome).toMatchObject({
      passed: 1,
      failed: 0,
      skipped: 1,
      lines: ['skipped: draws a page (for no reason that is listed)'],
    });
  });
  test('fails the run in CI when it is not listed', () => {
    const outcome = outcomeOf(run, { mayBeSkipped, ci: true });
    expect(outcome.failed).toBe(1);
    expect(outcome.lines.at(-1)).toContain('no reason that tests/may-skip.json allows');
  });
  test('that is listed is fine in CI', () => {
    const listed = report([file([one('an upgrade on MongoDB keeps all', 'pending')])]);
    expect(outcomeOf(listed, { mayBeSkipped, ci: true })).toMatchObject({ failed: 0, skipped: 1 });
  });
});

describe('where there is no mongod', () => {
  const nowhere = { PATH: '/nonexistent', MONGOMS_SYSTEM_BINARY: '/nonexistent/mongod' };
  const run = report([file([one('adds', 'passed')])], 1);

  test('the suites on MongoDB are named and counted as skipped, which is listed', () => {
    const absent = absentSuites(nowhere);
    const listed = JSON.parse(readFileSync(new URL('may-skip.json', import.meta.url), 'utf8'));
    const outcome = outcomeOf(run, { mayBeSkipped: listed, ci: true, absent });
    expect(outcome).toMatchObject({ passed: 1, failed: 0, skipped: 1 });
    expect(outcome.lines).toEqual([expect.stringMatching(/^skipped: every suite of the data on MongoDB \(/)]);
    expect(outcomeOf(run, { mayBeSkipped: {}, ci: true, absent }).failed).toBe(1);
  });
  test('nothing is missed by whoever asked for SQLite only, or has one', () => {
    expect(absentSuites({ ...nowhere, KONTOR_TEST_ENGINE: 'sqlite' })).toEqual([]);
    expect(absentSuites({ MONGOMS_SYSTEM_BINARY: process.execPath })).toEqual([]);
  });
});

describe('tunnels in network namespaces', () => {
  const listed = JSON.parse(readFileSync(new URL('may-skip.json', import.meta.url), 'utf8'));
  const run = report([file([one('a tunnel in network namespaces pings', 'skipped')])]);
  const outcomeOn = (host: { isRoot: boolean; hasTun: boolean }, ci = true) =>
    outcomeOf(run, { mayBeSkipped: skipsOf(listed, host), ci });

  test('must run in CI where they can', () => {
    expect(outcomeOn({ isRoot: true, hasTun: true }).failed).toBe(1);
    expect(outcomeOn({ isRoot: true, hasTun: true }, false).failed).toBe(0);
  });
  test.each([
    [{ isRoot: false, hasTun: true }, 'this host lacks root'],
    [{ isRoot: true, hasTun: false }, 'this host lacks /dev/net/tun'],
  ])('are skipped elsewhere, and that says why: %o', (host, why) => {
    const { failed, lines } = outcomeOn(host);
    expect(failed).toBe(0);
    expect(lines).toEqual([`skipped: a tunnel in network namespaces pings (${why})`]);
  });
});

test('a file that cannot be loaded is a failure, though no test of it ran', () => {
  expect(outcomeOf(report([file([], 'failed')]), { mayBeSkipped, ci: false }).failed).toBe(1);
});

test('words that match no test are a failure', () => {
  const outcome = outcomeOf(report([]), { mayBeSkipped, ci: false });
  expect(outcome).toMatchObject({ failed: 1, lines: ['No test matches.'] });
});

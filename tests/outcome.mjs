// What a run of vitest came to, from its JSON report. `mayBeSkipped`: words of a test's full name, and why.

/** Counts and the lines to print. In CI everything is there that can be: a skip that is not listed is a failure. */
export function outcomeOf(report, { mayBeSkipped, ci }) {
  const cases = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const skipped = cases.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const unlisted = skipped.filter(
    ({ fullName }) => !Object.keys(mayBeSkipped).some((words) => fullName.includes(words)),
  );
  const lines = skipped.map(({ fullName }) => `skipped: ${fullName}`);
  // A file that could not be loaded has no case that failed.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  );
  let failed = report.numFailedTests + broken.length;
  if (ci && unlisted.length > 0) {
    lines.push(`${unlisted.length} tests were skipped that are not listed in tests/may-skip.json.`);
    failed += unlisted.length;
  }
  if (cases.length === 0 && broken.length === 0) {
    lines.push('No test matches.');
    failed += 1;
  }
  return { passed: report.numPassedTests, failed, skipped: skipped.length, lines };
}

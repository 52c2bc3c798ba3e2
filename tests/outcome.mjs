// What a run of vitest came to, from its JSON report. `mayBeSkipped`: words of a test's full name, and why. `absent`: suites that
// were not even listed by it.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** Suites that run once per engine have no case on an engine that is not there: named here, lest nobody miss them. */
export function absentSuites(env) {
  if (env.KONTOR_TEST_ENGINE === 'sqlite') return [];
  const found = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'mongod'));
  const isThere = [env.MONGOMS_SYSTEM_BINARY, ...found].some((path) => path && mayRun(path));
  return isThere ? [] : ['every suite of the data on MongoDB'];
}

function mayRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const tunnels = 'in network namespaces';

/** What may be skipped here, and why: a host that can make tunnels has no reason not to. */
export function skipsOf({ [tunnels]: _, ...listed }, { isRoot, hasTun }) {
  const lacking = [...(isRoot ? [] : ['root']), ...(hasTun ? [] : ['/dev/net/tun'])];
  return lacking.length > 0 ? { ...listed, [tunnels]: `this host lacks ${lacking.join(' and ')}` } : listed;
}

/** Counts and the lines to print. In CI everything is there that can be: a skip without a reason is a failure. */
export function outcomeOf(report, { mayBeSkipped, ci, absent = [] }) {
  const cases = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const skipped = [
    ...cases.filter(({ status }) => status !== 'passed' && status !== 'failed'),
    ...absent.map((fullName) => ({ fullName })),
  ];
  const whyOf = ({ fullName }) =>
    Object.entries(mayBeSkipped).find(([words]) => fullName.includes(words))?.[1];
  const unlisted = skipped.filter((one) => whyOf(one) === undefined);
  const lines = skipped.map(
    (one) => `skipped: ${one.fullName} (${whyOf(one) ?? 'for no reason that is listed'})`,
  );
  // A file that could not be loaded has no case that failed.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  );
  let failed = report.numFailedTests + broken.length;
  if (ci && unlisted.length > 0) {
    lines.push(
      `${unlisted.length} tests were skipped for no reason that tests/may-skip.json allows on this host.`,
    );
    failed += unlisted.length;
  }
  if (cases.length === 0 && broken.length === 0) {
    lines.push('No test matches.');
    failed += 1;
  }
  lines.push(...failuresOf(cases, broken));
  return { passed: report.numPassedTests, failed, skipped: skipped.length, lines };
}

/** What failed, again in the last lines, since only those are kept of many a record. */
function failuresOf(cases, broken) {
  const firstLine = (text = '') => stripVTControlCharacters(text).split('\n')[0].slice(0, 200);
  return [
    ...cases
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `failed: ${fullName}: ${firstLine(failureMessages?.[0])}`),
    ...broken.map(({ name, message }) => `failed: ${name}: ${firstLine(message)}`),
  ];
}

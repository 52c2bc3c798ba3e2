// `npm test [words…] [--long]`: installs what is missing, builds what users run, checks and tests it.
// Only what Node 20 has: this file runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { partsNeeded, prepare } from '../apps/cli/launch/prepare.mjs';
import { Stopped } from '../apps/cli/launch/stopped.mjs';
import { preparePackages } from './packages.mjs';

const root = join(import.meta.dirname, '..');
const options = process.argv.slice(2);
const unknown = options.filter((option) => option.startsWith('-') && option !== '--long');
if (unknown.length > 0) {
  console.error(
    `npm test knows no ${unknown.join(' ')}. It takes words that test paths contain, and --long.`,
  );
  process.exit(64);
}
const words = options.filter((option) => !option.startsWith('-'));

const lacking = preparePackages();
// What is tested is what users run, brought about the way they do it.
try {
  await prepare({ root, needs: partsNeeded('start') });
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
  stop(`${error.message}\n${error.hint}`);
}

const bin = join(root, 'node_modules/.bin');
process.env.PATH = `${bin}${delimiter}${process.env.PATH}`;
if (options.includes('--long')) process.env.KONTOR_TEST_LONG = '1';
Object.assign(process.env, {
  ASTRO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
});

if (words.length === 0) run('node', ['tests/check.mjs'], 'npm run check');

const waiting = Object.entries(JSON.parse(readFileSync(join(root, 'tests/waiting.json'), 'utf8')));
const asked = waiting.filter(([file]) => words.length === 0 || words.some((word) => file.includes(word)));
const folder = mkdtempSync(join(tmpdir(), 'kontor-test-'));
const report = join(folder, 'report.json');
const excluded = waiting.flatMap(([file]) => ['--exclude', file]);
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const tests = spawnSync('vitest', ['run', ...words, ...excluded, ...reporters], {
  cwd: root,
  stdio: 'inherit',
});

const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
rmSync(folder, { recursive: true, force: true });
if (!result) {
  console.error('The tests did not run to their end.');
  process.exit(1);
}

const cases = result.testResults.flatMap(({ assertionResults }) => assertionResults);
const skipped = cases.filter(({ status }) => status !== 'passed' && status !== 'failed');
for (const line of lacking) console.log(line);
for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
for (const [file, why] of asked) console.log(`skipped: ${file}: ${why}`);

let failed =
  result.numFailedTests +
  result.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  ).length;
// In CI everything is there that can be: a skip that is not in tests/waiting.json is a failure.
if (process.env.CI && skipped.length > 0) {
  console.error(`${skipped.length} tests were skipped that are not listed in tests/waiting.json.`);
  failed += skipped.length;
}
if (result.numTotalTests === 0) {
  console.error('No test matches.');
  failed += 1;
}
if (tests.status !== 0 && failed === 0) failed = 1;
console.log(`${result.numPassedTests} passed, ${failed} failed, ${skipped.length + asked.length} skipped`);
process.exit(failed === 0 ? 0 : 1);

function run(command, args, what) {
  console.log(`… ${what}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) return;
  stop(`Stopped: ${what} did not succeed.`);
}

function stop(why) {
  console.error(why);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}

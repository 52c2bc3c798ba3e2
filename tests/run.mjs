// `npm test [words…] [--long]`: installs what is missing, builds what users run, checks and tests it.
// Only what Node 20 has: this file runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { partsNeeded, prepare } from '../apps/cli/launch/prepare.mjs';
import { Stopped } from '../apps/cli/launch/stopped.mjs';
import { absentSuites, outcomeOf, skipsOf } from './outcome.mjs';
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

const folder = mkdtempSync(join(tmpdir(), 'kontor-test-'));
const report = join(folder, 'report.json');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const tests = spawnSync(
  'vitest',
  ['run', '--configLoader=native', '--passWithNoTests', ...words, ...reporters],
  {
    cwd: root,
    stdio: 'inherit',
  },
);

const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
rmSync(folder, { recursive: true, force: true });
if (!result) stop('The tests did not run to their end.');

const listed = JSON.parse(readFileSync(join(root, 'tests/may-skip.json'), 'utf8'));
const host = { isRoot: process.getuid?.() === 0, hasTun: existsSync('/dev/net/tun') };
const mayBeSkipped = skipsOf(listed, host);
const absent = words.length === 0 ? absentSuites(process.env) : [];
const outcome = outcomeOf(result, { mayBeSkipped, ci: Boolean(process.env.CI), absent });
// An error outside of any test makes vitest's exit code the only witness.
const failed = tests.status !== 0 && outcome.failed === 0 ? 1 : outcome.failed;
for (const line of [...lacking, ...outcome.lines]) console.log(line);
console.log(`${outcome.passed} passed, ${failed} failed, ${outcome.skipped} skipped`);
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

// What `npm run bench` and `npm run pictures` have in common: install and build what is missing, then run a script.
// Only what Node 20 has: this file runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { partsNeeded, pinnedNode, prepare } from '../apps/cli/launch/prepare.mjs';
import { Stopped } from '../apps/cli/launch/stopped.mjs';
import { preparePackages } from './packages.mjs';

const root = join(import.meta.dirname, '..');

/** Runs a script of `tests` on the pinned Node with what was typed after the command, and ends as it ends. */
export async function runPrepared(script) {
  const lacking = preparePackages();
  try {
    await prepare({ root, needs: partsNeeded('start') });
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    console.error(`\n${error.message}\n${error.hint}`);
    process.exit(1);
  }
  for (const line of lacking) console.log(line);
  const line = [join(root, 'tests', script), ...process.argv.slice(2)];
  const { status } = spawnSync(pinnedNode(root), line, { stdio: 'inherit' });
  process.exit(status ?? 1);
}

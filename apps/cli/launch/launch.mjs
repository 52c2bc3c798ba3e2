// `npm start`, `npm run demo`, `npm run dev`, `npm run kontor -- …`: installs and builds what is missing or stale,
// then hands over to Kontor's own command on the pinned Node. Only what Node 20 has: it runs before anything is there.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { partsNeeded, pinnedNode, prepare } from './prepare.mjs';
import { Stopped } from './stopped.mjs';

const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '../../..');
const args = process.argv.slice(2);
const [command = 'help'] = args;

try {
  const needs = partsNeeded(command);
  await prepare({ root, needs });
  const entry = command === 'dev' ? 'apps/cli/src/main.ts' : 'apps/cli/dist/kontor.mjs';
  // A small young generation: the supervisor rests for weeks.
  become(pinnedNode(root), ['--max-semi-space-size=1', join(root, entry), ...args]);
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
  console.error(`\n${error.message}\n${error.hint}`);
  process.exitCode = 1;
}

/** Replaces this process where Node can; otherwise stays as a thin parent that passes signals and the exit code on. */
function become(node, line) {
  const env = { ...process.env };
  if (process.execve && process.platform === 'linux') process.execve(node, [node, ...line], env);
  const child = spawn(node, line, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`${node} could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1);
  });
}

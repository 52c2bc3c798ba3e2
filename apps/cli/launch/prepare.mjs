import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { markBuilt, staleParts } from './built.mjs';
import { whyNotInstalled } from './installed.mjs';
import { refuseWithoutMemory, refuseWithoutSpace } from './obstacles.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { registryAnswers } from './registry.mjs';
import { runStep } from './run-step.mjs';
import { Stopped } from './stopped.mjs';

const everyPart = ['cli', 'mail', 'office', 'site', 'vpn'];

/** What a command runs from `dist`. */
export function partsNeeded(command) {
  if (command === 'dev') return [];
  return command === 'start' || command === 'demo' ? everyPart : ['cli'];
}

/** Installs and builds what is missing or stale; on an accidental second run it changes nothing and is quick. */
export async function prepare({ root, needs }) {
  if (!atLeast(process.versions.node, 20, 19)) {
    throw new Stopped(
      `Kontor needs Node 20.19 or newer; this is ${process.versions.node}.`,
      'Install a newer Node; Kontor brings its own Node 24 once npm runs.',
    );
  }
  if (!whyNotInstalled(root) && staleParts(root, needs).length === 0) return;
  await oneAtATime(root, async () => {
    // Looked at again: whoever was waited for may have done it.
    const why = whyNotInstalled(root);
    if (why) await install(root, why);
    const stale = staleParts(root, needs);
    if (stale.length > 0) await build(root, stale);
  });
}

async function install(root, why) {
  refuseWithoutSpace(root, 2500, 'Installing the dependencies');
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  // npm must not run on the Node inside the folder that it is about to empty.
  const bin = join(root, 'node_modules/.bin');
  const PATH = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== bin);
  const env = { ...process.env, PATH: PATH.join(delimiter), ...silent };
  const line = npm && node ? [node, npm] : ['npm'];
  const offline = (await registryAnswers(line, { cwd: root, env })) ? [] : ['--offline'];
  // "npm run -s" would silence the reason too.
  const [command, ...args] = [...line, 'ci', '--loglevel=error', ...offline];
  await runStep(`Installing the dependencies (${why})`, command, args, { cwd: root, env });
}

async function build(root, parts) {
  refuseWithoutSpace(root, 1000, 'Building');
  if (parts.includes('office')) refuseWithoutMemory();
  const bin = join(root, 'node_modules/.bin');
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, ...silent };
  const filters = parts.map((part) => `--filter=@kontor/${part}`);
  const args = ['run', 'build', ...filters, '--output-logs=errors-only', '--log-prefix=none'];
  await runStep(`Building ${parts.join(', ')}`, join(bin, 'turbo'), args, { cwd: root, env });
  markBuilt(root, parts);
}

// Nothing phones home, not from a build either.
const silent = {
  TURBO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

/** The Node that npm installed beside Kontor, or this one where the registry has none for the platform. */
export function pinnedNode(root) {
  const pinned = join(root, 'node_modules/.bin/node');
  if (existsSync(pinned)) return pinned;
  if (atLeast(process.versions.node, 22, 19)) return process.execPath;
  throw new Stopped(
    `Kontor brings no Node for ${process.platform} ${process.arch}, and this one is ${process.versions.node}.`,
    'Install Node 24, then run the command again.',
  );
}

function atLeast(version, wantedMajor, wantedMinor) {
  const [major, minor] = version.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

import fs from 'node:fs';
import os from 'node:os';
import { Stopped } from './stopped.mjs';

const megabyte = 1024 * 1024;

/** Stops when the disk under `folder` has less room than the work ahead takes. */
export function refuseWithoutSpace(folder, megabytes, what) {
  const { bavail, bsize } = fs.statfsSync(folder);
  const free = Math.floor((bavail * bsize) / megabyte);
  if (free >= megabytes) return;
  throw new Stopped(
    `The disk is too full: ${what.toLowerCase()} takes ${megabytes} MB, and ${free} MB are free.`,
    `Make room on the disk that holds ${folder}, then run the command again.`,
  );
}

/** Stops when a build would be killed for want of memory. */
export function refuseWithoutMemory(megabytes = memoryOfThisMachine()) {
  if (megabytes >= 3600) return;
  throw new Stopped(
    `Building needs 4 GB of memory, and this machine has ${(megabytes / 1024).toFixed(1)} GB.`,
    'Build on a larger machine and copy the whole folder here, or add swap. Running needs 2 GB.',
  );
}

/** Memory and swap in MB, or what the container may use. */
function memoryOfThisMachine() {
  const swap = /^SwapTotal:\s+(\d+) kB/m.exec(read('/proc/meminfo'))?.[1] ?? '0';
  const all = os.totalmem() / megabyte + Number(swap) / 1024;
  const limit = Number(read('/sys/fs/cgroup/memory.max').trim()) / megabyte;
  return limit > 0 ? Math.min(all, limit) : all;
}

function read(path) {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const known = [
  [
    /\b(ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/,
    'The package registry cannot be reached: there is no network, or a proxy is in the way.',
    'Check with "npm ping". Once installed and built, Kontor needs no network to start.',
  ],
  [/\bENOSPC\b|no space left on device/i, 'The disk is full.', 'Make room, then run the command again.'],
  [
    /\b(EACCES|EPERM|EROFS)\b/,
    'A file in the folder of Kontor may not be written.',
    'Run the command as the owner of the folder.',
  ],
  [
    /heap out of memory|\bSIGKILL\b|exit code 137|ENOMEM/,
    'There was not enough memory.',
    'Building needs 4 GB; stop other programs or add swap.',
  ],
  [
    /\bEUSAGE\b/,
    'package.json and package-lock.json do not fit together.',
    'Take both from the same version of Kontor ("git checkout package-lock.json" undoes a change).',
  ],
];

/** The plain sentence for a step that failed, from what it printed. */
export function explain(what, output) {
  const found = known.find(([pattern]) => pattern.test(output));
  if (found) return new Stopped(found[1], found[2]);
  return new Stopped(`${what} did not succeed.`, 'The lines above say why.');
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Why `node_modules` does not fit the lockfile, in a few words, or undefined when it does. */
export function whyNotInstalled(root) {
  const here = readLock(join(root, 'node_modules/.package-lock.json'));
  if (!here) return 'not there yet';
  const wanted = readLock(join(root, 'package-lock.json'));
  if (!wanted) return 'package-lock.json is missing';
  for (const [place, entry] of Object.entries(wanted)) {
    // What is optional may rightly be absent: it is for another platform.
    if (place === '' || entry.optional || entry.peer) continue;
    const present = here[place];
    if (!present) return `${nameOf(place)} is missing`;
    if (present.version !== entry.version) return `${nameOf(place)} has another version`;
  }
  const lacksRuntime = wanted[`node_modules/node-${process.platform}-${process.arch}`] !== undefined;
  if (lacksRuntime && !existsSync(join(root, 'node_modules/.bin/node'))) return 'Node 24 is missing';
  return undefined;
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

const nameOf = (place) => place.split('node_modules/').at(-1);

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file without which a part cannot start. */
const outcome = {
  cli: 'dist/kontor.mjs',
  mail: 'dist/main.mjs',
  office: '.next/standalone/apps/office/server.js',
  site: 'dist/main.mjs',
  vpn: 'dist/main.mjs',
};
const made = new Set(['node_modules', 'dist', '.next', '.astro', '.turbo', 'next-env.d.ts', 'importMap.js']);
const isTest = /\.test\.tsx?$/;

/** The stamp lies among what was built: a build that begins anew takes it away. */
const stampOf = (root, part) => join(root, 'apps', part, 'dist/.built-from');

/** The parts among `needs` that were built from other sources than these, or not at all. */
export function staleParts(root, needs) {
  if (needs.length === 0) return [];
  const shared = digest(root, ['packages', 'build', 'package-lock.json', 'tsconfig.base.json']);
  return needs.filter(
    (part) =>
      !existsSync(join(root, 'apps', part, outcome[part])) ||
      readStamp(root, part) !== print(root, part, shared),
  );
}

/** Remembers what the parts were built from: contents, not times, so that a copied Kontor need not build. */
export function markBuilt(root, parts) {
  const shared = digest(root, ['packages', 'build', 'package-lock.json', 'tsconfig.base.json']);
  for (const part of parts) writeFileSync(stampOf(root, part), print(root, part, shared));
}

const print = (root, part, shared) => `${shared} ${digest(root, [`apps/${part}`])}`;

function readStamp(root, part) {
  try {
    return readFileSync(stampOf(root, part), 'utf8');
  } catch {
    return undefined;
  }
}

function digest(root, places) {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const path of filesUnder(root, place)) {
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

function filesUnder(root, place) {
  const folder = join(root, place);
  if (!existsSync(folder)) return [];
  const entries = entriesOf(folder);
  if (!entries) return [place];
  return entries
    .filter(({ name }) => !made.has(name) && !isTest.test(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${place}/${entry.name}`;
      if (entry.isDirectory()) return filesUnder(root, path);
      return entry.isFile() ? [path] : [];
    });
}

function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

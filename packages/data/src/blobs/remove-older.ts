import { link, mkdir, readdir, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '@kontor/core';
import { syncFolder } from './disk.ts';

/**
 * Removes a file that was not written since `before`, also while somebody writes it anew: it is taken aside first and
 * looked at there, so that what is removed is what was looked at. A newer one is put back.
 */
export async function removeIfOlder(path: string, asideFolder: string, before: number): Promise<boolean> {
  await mkdir(asideFolder, { recursive: true, mode: 0o700 });
  const aside = join(asideFolder, newId());
  if (!(await done(rename(path, aside)))) return false;
  // Whoever tidies up may have taken us for dead and put it back: then it is removed another time.
  const found = await unlessGone(stat(aside));
  if (!found) return false;
  if (found.mtimeMs >= before) {
    await putBack(aside, path);
    return false;
  }
  return done(unlink(aside));
}

/** Never over a file that has come there meanwhile: it holds the same bytes. Somebody else may put it back at the same time. */
async function putBack(aside: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const isThere = link(aside, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  if (!(await done(isThere))) return;
  await syncFolder(dirname(path));
  await done(unlink(aside));
}

/** Puts back what a process that died had taken aside; `pathOf` names each file's place by its bytes. */
export async function restoreAside(folder: string, pathOf: (file: string) => Promise<string>): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const aside = join(folder, name);
    const path = await unlessGone(pathOf(aside));
    if (path) await putBack(aside, path);
  }
}

/** Removes the files of a folder that were not written since `before`; how many. */
export async function removeOlder(folder: string, before: number): Promise<number> {
  let count = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && found.mtimeMs < before && (await done(unlink(path)))) count += 1;
  }
  return count;
}

/** Undefined when the file was not there any more. */
const unlessGone = <Found>(step: Promise<Found>): Promise<Found | undefined> =>
  step.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });

/** False when the file was not there any more. */
const done = async (step: Promise<void>): Promise<boolean> =>
  (await unlessGone(step.then(() => true))) ?? false;

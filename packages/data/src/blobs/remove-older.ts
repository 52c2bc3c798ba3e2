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
  const { mtimeMs } = await stat(aside);
  if (mtimeMs >= before) {
    await putBack(aside, path);
    return false;
  }
  await unlink(aside);
  return true;
}

/** Never over a file that has come there meanwhile: it holds the same bytes. */
async function putBack(aside: string, path: string): Promise<void> {
  await link(aside, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await syncFolder(dirname(path));
  await unlink(aside);
}

/** Puts back what a process that died had taken aside; `pathOf` names each file's place by its bytes. */
export async function restoreAside(folder: string, pathOf: (file: string) => Promise<string>): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const aside = join(folder, name);
    await putBack(aside, await pathOf(aside));
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

/** False when the file was not there any more. */
const done = (step: Promise<void>): Promise<boolean> =>
  step.then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );

import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * An index of another version of Meilisearch would not open. It is made from the data: it goes, and is built anew.
 * True when one went.
 */
export function forgetOtherVersion(dir: string, program: string): boolean {
  const kept = versionIn(dir);
  if (kept === undefined || kept === versionOf(program)) return false;
  rmSync(join(dir, 'data.ms'), { recursive: true, force: true });
  return true;
}

function versionIn(dir: string): string | undefined {
  try {
    return readFileSync(join(dir, 'data.ms/VERSION'), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** "meilisearch 1.21.0" */
const versionOf = (program: string): string =>
  execFileSync(program, ['--version'], { encoding: 'utf8', timeout: 10_000 }).trim().split(' ').at(-1) ?? '';

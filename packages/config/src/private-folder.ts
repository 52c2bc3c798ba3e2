import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { configProblems } from './problems.ts';

/** A folder that nobody else on this machine looks into: made so, shut if it is ours, refused if everybody can read it. */
export function privateFolder(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const { mode } = statSync(dir);
  if ((mode & 0o077) === 0) return;
  try {
    chmodSync(dir, 0o700);
  } catch (cause) {
    // Whose folder it is not, may be in it by its group; that is for the operator to say.
    if ((mode & 0o007) !== 0) configProblems.raise('open-folder', { values: { dir }, cause });
  }
}

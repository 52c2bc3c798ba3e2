import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Config } from '@kontor/config';
import { readMarker, writeMarker } from '#demo/marker.ts';
import { cliProblems } from '#problems.ts';

interface Claim {
  /** Nothing of the demo was there before. */
  isNew: boolean;
  /** Gives the folder back: it turned out that the database is somebody else's. */
  refuse(): never;
}

/** Makes the data folder the demo's own, emptied if asked; never touches one that holds another office. */
export function claimDemoFolder(config: Config, { fresh, now }: { fresh: boolean; now: number }): Claim {
  const isDemo = readMarker(config) !== null;
  const isUsed = existsSync(config.secretsDir) || existsSync(config.blobsDir);
  const refuse = (): never => cliProblems.raise('not-the-demo', { values: { dir: config.dataDir } });
  if (isUsed && !isDemo) refuse();
  if (fresh && isDemo && config.database.kind === 'mongodb') cliProblems.raise('fresh-on-mongodb');
  if (fresh || !isDemo) writeMarker(config, { begunAt: now, done: false });
  if (fresh) empty(config);
  return {
    isNew: !isDemo,
    refuse() {
      rmSync(join(config.dataDir, marker), { force: true });
      return refuse();
    },
  };
}

const marker = 'demo.json';

/** All but the marker, so that a half-emptied folder is still the demo's, and the lock, which is ours. */
function empty({ dataDir, runDir }: Config): void {
  const stays = [marker, basename(runDir)];
  for (const name of readdirSync(dataDir).filter((name) => !stays.includes(name)))
    rmSync(join(dataDir, name), { recursive: true, force: true });
}

import { join } from 'node:path';
import { ensureSearchKey, privateFolder } from '@kontor/config';
import { forgetOtherVersion, serverEnvironment, serverLine } from '@kontor/search/server';
import type { Part } from '#supervise/part.ts';
import { httpProbe } from '#supervise/probe.ts';
import type { House } from '#world.ts';

/** Meilisearch as the supervisor starts it; none where this house has none of its own. */
export function searchPart({ root, config, environment, meilisearch }: House): Part | undefined {
  if (!meilisearch) return undefined;
  const { searchDir, ports, logsDir } = config;
  return {
    name: 'search',
    command: '/bin/sh',
    args: [
      join(root, 'apps/cli/launch/leash.sh'),
      meilisearch.path,
      ...serverLine({ dir: searchDir, port: ports.search }),
    ],
    // Not Kontor's folder: it would read a config.toml that lies there.
    cwd: searchDir,
    env: { PATH: environment.PATH ?? '', ...serverEnvironment(ensureSearchKey(config)) },
    logFile: join(logsDir, 'search.log'),
    probe: httpProbe('127.0.0.1', ports.search),
    isExtra: true,
  };
}

/** Before it is started: its folder, without an index that this version could not open. */
export function prepareSearch({ config: { searchDir }, meilisearch, say }: House): void {
  if (!meilisearch) return;
  privateFolder(searchDir);
  if (forgetOtherVersion(searchDir, meilisearch.path))
    say('Meilisearch is another version now: the index of search is made anew.');
}

import { mkdirSync } from 'node:fs';
import type { Config } from '@kontor/config';

export function prepareFolders(config: Config): void {
  for (const dir of [config.dataDir, config.secretsDir, config.blobsDir, config.mediaDir, config.runDir]) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
  }
}

import { chmodSync, mkdirSync, statSync } from 'node:fs';
import type { Config } from '@kontor/config';

export function prepareFolders(config: Config): void {
  for (const dir of [config.dataDir, config.secretsDir, config.blobsDir, config.mediaDir, config.runDir]) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    // A folder that was there before us may be open to others; whose it is not, cannot change that.
    const { mode, uid } = statSync(dir);
    if ((mode & 0o077) !== 0 && uid === process.getuid?.()) chmodSync(dir, 0o700);
  }
}

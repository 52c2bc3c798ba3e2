import { type Config, privateFolder } from '@kontor/config';

export function prepareFolders(config: Config): void {
  for (const dir of [config.dataDir, config.secretsDir, config.blobsDir, config.mediaDir, config.runDir])
    privateFolder(dir);
}

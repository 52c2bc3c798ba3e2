import { join } from 'node:path';
import { loadConfig } from '@kontor/config';
import { payloadConfig } from '@kontor/suite';
import { generateImportMap } from 'payload';

// The admin's components by name, so that Next bundles just those. Config alone is read; no database is opened.
const here = join(import.meta.dirname, '..');
const config = await payloadConfig(loadConfig(process.env), {
  importMapFile: join(here, 'app/(payload)/admin/importMap.js'),
  baseDir: here,
});
await generateImportMap(config, { log: false, force: true });

import { join } from 'node:path';
import { payloadConfig } from '@kontor/suite';
import { ar } from '@payloadcms/translations/languages/ar';
import { en } from '@payloadcms/translations/languages/en';
import { readConfig } from './office.config.ts';

/** Payload's config as Next's routes take it. The import map is written by scripts/make-import-map.ts at each build. */
const config = payloadConfig(readConfig(), {
  importMapFile: join(process.cwd(), 'app/(payload)/admin/importMap.js'),
  baseDir: process.cwd(),
  languages: { en, ar },
});

export default config;

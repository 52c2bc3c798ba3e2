import { join } from 'node:path';
import type { OfficeLanguage } from '@kontor/core';
import { payloadConfig } from '@kontor/suite';
import { ar } from '@payloadcms/translations/languages/ar';
import { de } from '@payloadcms/translations/languages/de';
import { en } from '@payloadcms/translations/languages/en';
import { ru } from '@payloadcms/translations/languages/ru';
import { readConfig } from './office.config.ts';

/** Payload's config as Next's routes take it. The import map is written by scripts/make-import-map.ts at each build. */
const config = payloadConfig(readConfig(), {
  importMapFile: join(process.cwd(), 'app/(payload)/admin/importMap.js'),
  baseDir: process.cwd(),
  languages: { en, ar, de, ru } satisfies Record<OfficeLanguage, unknown>,
});

export default config;

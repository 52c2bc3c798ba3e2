import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@kontor/config';
import { expect, test } from 'vitest';
import { sayInArabic } from './admin-words.ts';
import { payloadConfig } from './payload-config.ts';

test('every word of ours in the admin is there in Arabic', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'kontor-words-'));
  const config = await payloadConfig(loadConfig({ KONTOR_DATA: dir }));
  rmSync(dir, { recursive: true, force: true });
  expect(sayInArabic(config)).toEqual([]);
  const pages = config.collections.find(({ slug }) => slug === 'pages');
  expect(pages?.labels).toEqual({
    singular: { en: 'Page', ar: 'صفحة' },
    plural: { en: 'Pages', ar: 'الصفحات' },
  });
});

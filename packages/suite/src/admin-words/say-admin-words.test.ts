import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@kontor/config';
import { officeLanguages } from '@kontor/core';
import type { Field, SanitizedConfig } from 'payload';
import { beforeEach, expect, test } from 'vitest';
import { payloadConfig } from '../payload-config.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { ru } from './ru.ts';
import { sayAdminWords } from './say-admin-words.ts';

const tables: Record<string, Record<string, string>> = { ar, de, ru };
let config: SanitizedConfig;

beforeEach(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'kontor-words-'));
  config = await payloadConfig(loadConfig({ KONTOR_DATA: dir }));
  rmSync(dir, { recursive: true, force: true });
});

test('every word of ours in the admin is there in every language of the office', () => {
  expect(['en', ...Object.keys(tables)].sort()).toEqual([...officeLanguages].sort());
  expect(sayAdminWords(config)).toEqual([]);
  const pages = config.collections.find(({ slug }) => slug === 'pages');
  expect(pages?.labels).toEqual({
    singular: { en: 'Page', ar: 'صفحة', de: 'Seite', ru: 'Страница' },
    plural: { en: 'Pages', ar: 'الصفحات', de: 'Seiten', ru: 'Страницы' },
  });
});

test('a word that one language lacks is named with that language', () => {
  const collections = [{ slug: 'maps', labels: { singular: 'Map', plural: 'Pages' } }] as never;
  expect(sayAdminWords({ collections, globals: [] })).toEqual(['ar: Map', 'de: Map', 'ru: Map']);
});

test('what may be chosen is said too; a language by its own name, a currency by its code', () => {
  sayAdminWords(config);
  const optionsOf = (slug: string, name: string) => {
    const place = [...config.collections, ...config.globals].find((one) => one.slug === slug);
    const field = place?.fields.find((one) => 'name' in one && one.name === name);
    return field && 'options' in field ? field.options : [];
  };
  expect(optionsOf('inquiries', 'state')[0]).toEqual({
    label: { en: 'Open', ar: 'بانتظار الردّ', de: 'Offen', ru: 'Открыто' },
    value: 'open',
  });
  expect(optionsOf('persons', 'language')).toContainEqual({ label: 'Deutsch', value: 'de' });
  expect(optionsOf('firm', 'currency')).toContainEqual({ label: 'EUR', value: 'EUR' });
});

const wrong = [
  '',
  'No good!',
  'health',
  '25:00',
  '08:00',
  [{ blockType: 'contactForm' }, { blockType: 'contactForm' }],
];

/** Payload's own sentences come as keys, like "validation:required": what is left are ours. */
async function sentencesOf(fields: Field[], language: string): Promise<string[]> {
  const said: string[] = [];
  for (const field of fields) {
    if ('fields' in field) said.push(...(await sentencesOf(field.fields, language)));
    if ('blocks' in field)
      for (const { fields: inner } of field.blocks) said.push(...(await sentencesOf(inner, language)));
    const { validate } = field as { validate?: (value: unknown, options: object) => unknown };
    const req = { t: (key: string) => key, i18n: { language }, payload: { config: {} } };
    for (const value of validate ? wrong : []) {
      const options = { ...field, req, siblingData: { worksFrom: '09:00' } };
      // Payload's own checks may throw at a value that no form sends; ours never do.
      const answer = await (async () => validate?.(value, options))().catch(() => true);
      if (typeof answer === 'string' && answer.includes(' ')) said.push(answer);
    }
  }
  return said;
}

test('what a field says is wrong is said in the language of who filled it in', async () => {
  const all = () => [...config.collections, ...config.globals].flatMap(({ fields }) => fields);
  const english = new Set(await sentencesOf(all(), 'en'));
  expect(english.size).toBeGreaterThan(8);
  for (const [language, words] of Object.entries(tables)) {
    expect(
      [...english].filter((sentence) => !words[sentence]),
      language,
    ).toEqual([]);
  }
  sayAdminWords(config);
  expect(new Set(await sentencesOf(all(), 'de'))).toEqual(new Set([...english].map((one) => de[one])));
  expect(new Set(await sentencesOf(all(), 'en'))).toEqual(english);
});

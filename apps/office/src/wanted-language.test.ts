import { expect, test } from 'vitest';
import { wantedLanguage } from './wanted-language.ts';

test.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['ru-RU', 'ru'],
  ['fr-FR,fr;q=0.9,ru;q=0.7,en;q=0.5', 'ru'],
  ['ar-EG, en;q=0.1', 'ar'],
  ['uk', 'en'],
  ['de;q=0, *', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [null, 'en'],
])('a browser that asks for %j is answered in %s', (header, language) => {
  expect(wantedLanguage(header)).toBe(language);
});

import { expect, test } from 'vitest';
import { firmName } from './firm.ts';

const names = { de: 'Tischlerei Hellwasser', ar: 'نجارة', en: null };

test('a firm is named in the reader’s language, else in its own, else as it can be', () => {
  expect(firmName(names, ['ar', 'de'])).toBe('نجارة');
  expect(firmName(names, ['ru', 'de'])).toBe('Tischlerei Hellwasser');
  expect(firmName(names, ['en'])).toBe('Tischlerei Hellwasser');
  expect(firmName('Brightwater', ['ru'])).toBe('Brightwater');
  expect(firmName(undefined, ['en'])).toBe('');
});

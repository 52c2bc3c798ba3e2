import { describe, expect, test } from 'vitest';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { speak } from './speak.ts';

describe.each(Object.entries({ ar, de, ru }))('the words of the wiki in %s', (language, texts) => {
  test('have every plural that the language makes', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const stems = Object.keys(en).flatMap((key) => /^(.*)\.other$/.exec(key)?.[1] ?? []);
    const wanted = stems.flatMap((stem) =>
      forms.filter((form) => form !== 'zero').map((form) => `${stem}.${form}`),
    );
    expect(wanted.filter((key) => !(key in texts))).toEqual([]);
  });
});

test('the words count and fill', () => {
  expect(speak('ru').counted('trash.below', 3)).toBe('и 3 страницы внутри');
  expect(speak('ar').counted('trash.below', 2)).toBe('مع صفحتين تحتها');
  expect(speak('de')('history.version', { number: 7 })).toBe('Version 7');
  expect(speak('fi')('do.edit')).toBe('Edit');
});

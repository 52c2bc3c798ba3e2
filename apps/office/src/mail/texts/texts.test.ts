import { officeLanguages } from '@kontor/core';
import { describe, expect, it, test } from 'vitest';
import type { CountedKey } from '#texts/speak.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type MailTextKey } from './en.ts';
import { ru } from './ru.ts';
import { speak } from './speak.ts';

const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
const keys = Object.keys(en) as MailTextKey[];
const counted = keys.filter((key) => key.endsWith('.other'));
const others: Record<string, Record<string, string>> = { ar, de, ru };

test('every language of the office has mail screens', () => {
  expect(['en', ...Object.keys(others)].sort()).toEqual([...officeLanguages].sort());
});

describe.each(Object.entries(others))('the words of the mail screens in %s', (language, texts) => {
  const say = speak(language);

  it('are all there, with the same slots', () => {
    for (const key of keys.filter((name) => !/\.(?:one|other)$/.test(name))) {
      expect(texts[key]?.trim(), key).toBeTruthy();
      expect(slots(texts[key] ?? ''), key).toEqual(slots(en[key]));
    }
  });

  it('have every plural, and say the figure wherever a form is said of several', () => {
    const rules = new Intl.PluralRules(language);
    for (const key of counted) {
      const stem = key.slice(0, -'.other'.length) as CountedKey<MailTextKey>;
      const forms = new Map([1, 2, 3, 5, 11, 21, 22, 100, 1.5].map((count) => [count, rules.select(count)]));
      for (const [count, form] of forms) {
        const said = say.counted(stem, count, { names: 'Anna' });
        expect(texts[`${stem}.${form}`], `${stem}.${form}`).toBeTruthy();
        const isAlone = [...forms.values()].filter((one) => one === form).length === 1;
        if (!isAlone || count > 2) expect(said, `${stem} ${count}`).toContain(say.number(count));
        expect(said, `${stem} ${count}`).not.toMatch(/\{/);
      }
    }
  });
});

test('counting and filling', () => {
  expect(speak('en').counted('unread', 1200)).toBe('1,200 unread');
  expect(speak('ar').counted('attachments', 2)).toBe('مرفقان');
  expect(speak('de').counted('row.count', 1)).toBe('1 Nachricht');
  const letters = [1, 3, 5, 11, 21, 24, 112].map((count) => speak('ru').counted('row.count', count));
  expect(letters).toEqual([
    '1 письмо',
    '3 письма',
    '5 писем',
    '11 писем',
    '21 письмо',
    '24 письма',
    '112 писем',
  ]);
  expect(speak('en')('done.move', { folder: 'Junk' })).toBe('Moved to Junk.');
});

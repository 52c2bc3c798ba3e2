import { describe, expect, it } from 'vitest';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { speak } from './speak.ts';

const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();

describe('the words of the mail screens', () => {
  it('are all there in Arabic, with the same slots', () => {
    for (const [key, text] of Object.entries(en)) {
      const arabic = (ar as Record<string, string>)[key] ?? '';
      expect(arabic, key).not.toBe('');
      if (!/\.(?:one|two)$/.test(key)) expect(slots(arabic), key).toEqual(slots(text));
    }
  });

  it('have every plural that Arabic makes', () => {
    const stems = Object.keys(en).filter((key) => key.endsWith('.other'));
    for (const stem of stems.map((key) => key.slice(0, -'.other'.length))) {
      for (const form of ['one', 'two', 'few', 'many', 'other']) {
        expect((ar as Record<string, string>)[`${stem}.${form}`], `${stem}.${form}`).toBeTruthy();
      }
    }
  });

  it('count and fill', () => {
    expect(speak('en').counted('unread', 1200)).toBe('1,200 unread');
    expect(speak('ar').counted('attachments', 2)).toBe('مرفقان');
    expect(speak('en')('done.move', { folder: 'Junk' })).toBe('Moved to Junk.');
  });
});

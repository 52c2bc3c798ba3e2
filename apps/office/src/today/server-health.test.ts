import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Wrong } from './health.ts';
import { ServerHealth } from './server-health.tsx';
import { todayWords } from './words/words.ts';

const full: Wrong = {
  code: 'doctor.little-room',
  values: { free: 99, dir: '/srv/kontor' },
  says: 'The disk is almost full: 99 MiB are free for /srv/kontor.',
  hint: 'Make room.',
};

function shown(wrong: Partial<Wrong>, language: string): string {
  const health = { at: 1_800_000_000_000, wrong: [{ ...full, ...wrong }] };
  const moment = { now: 1_800_000_000_000, language };
  const html = renderToStaticMarkup(
    createElement(ServerHealth, { health, words: todayWords(language), moment }),
  );
  return html.slice(0, html.indexOf('</ul>'));
}

test.each([
  ['de', 'Die Festplatte ist fast voll'],
  ['ru', 'Диск почти полон'],
  ['ar', 'القرص يكاد يمتلئ'],
])('in %s what is wrong stands in the language of the page, its values set apart', (language, words) => {
  const html = shown({}, language);
  expect(html).toContain(words);
  expect(html).toContain('\u2068/srv/kontor\u2069');
  expect(html).toContain('\u206899\u2069');
  expect(html).not.toContain('lang=');
  expect(html).not.toContain('Make room');
});

test.each([
  ['the page is English', {}, 'en'],
  ['nobody translated it', { code: 'doctor.of-tomorrow' }, 'de'],
  ['it has no code', { code: '' }, 'ar'],
  ['its code is a word of JavaScript', { code: 'constructor' }, 'ru'],
  ['a value of it is missing', { values: { free: 99 } }, 'ar'],
])('the terminal’s words stand as English where %s', (_why, wrong, language) => {
  const html = shown(wrong, language);
  expect(html).toContain('<li class="');
  expect(html).toContain('lang="en" dir="ltr"');
  expect(html).toContain(`<strong>${full.says}</strong> Make room.`);
});

test('what search could not do is said by its problem', () => {
  expect(shown({ code: 'search.away', values: {} }, 'de')).toContain('Meilisearch antwortet nicht.');
});

test('a value is text, and neither markup nor another value’s place', () => {
  const html = shown({ values: { free: '{dir}', dir: '<b>x</b>{free}' } }, 'de');
  expect(html).toContain('\u2068&lt;b&gt;x&lt;/b&gt;{free}\u2069');
  expect(html).toContain('\u2068{dir}\u2069');
});

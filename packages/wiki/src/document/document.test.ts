import { describe, expect, test } from 'vitest';
import { isSafeLink } from './addresses.ts';
import { directionOf } from './direction.ts';
import { documentHtml } from './html.ts';
import { documentLines } from './lines.ts';
import { readDocument } from './read-document.ts';
import { documentText } from './text.ts';
import type { NodeJson } from './types.ts';

const say = { pictureElsewhere: 'Picture elsewhere', done: 'Done', open: 'Not done' };
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const text = (value: string, ...marks: unknown[]) => ({ type: 'text', text: value, marks });
const link = (href: unknown) => ({ type: 'link', attrs: { href } });
const read = (...content: unknown[]) => readDocument({ type: 'doc', content });
const shown = (...content: unknown[]): string => {
  const found = read(...content);
  return found.ok ? documentHtml(found.document, say) : found.why;
};

describe('a document out of foreign hands', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'doc'],
    ['a list', []],
    ['no doc', paragraph(text('x'))],
    ['an empty doc', { type: 'doc', content: [] }],
    ['an unknown node', { type: 'doc', content: [{ type: 'iframe', attrs: { src: 'x' } }] }],
    ['a node named as what objects inherit', { type: 'doc', content: [{ type: 'constructor' }] }],
    ['a node named __proto__', { type: 'doc', content: [{ type: '__proto__' }] }],
    ['an unknown mark', { type: 'doc', content: [paragraph(text('x', { type: 'script' }))] }],
    [
      'a mark named as what objects inherit',
      { type: 'doc', content: [paragraph(text('x', { type: 'toString' }))] },
    ],
    ['text where blocks belong', { type: 'doc', content: [text('x')] }],
    ['a list of paragraphs', { type: 'doc', content: [{ type: 'bulletList', content: [paragraph()] }] }],
    ['a heading of level 9', { type: 'doc', content: [{ type: 'heading', attrs: { level: 9 } }] }],
    ['a level that is a text', { type: 'doc', content: [{ type: 'heading', attrs: { level: '1"' } }] }],
    ['an alignment that is markup', tableOf({ align: '"><script>' })],
    ['a cell over a million columns', tableOf({ colspan: 1_000_000 })],
    ['content that is no list', { type: 'doc', content: { length: 1 } }],
    ['marks twice', { type: 'doc', content: [paragraph(text('x', { type: 'bold' }, { type: 'bold' }))] }],
  ])('is refused when it is %s', (_what, value) => {
    expect(readDocument(value)).toEqual({ ok: false, why: 'not-a-document' });
  });

  test('that is endlessly deep, or has too much in it, is refused before anything is made of it', () => {
    let deep: NodeJson = { type: 'paragraph' };
    for (let level = 0; level < 100_000; level += 1) deep = { type: 'blockquote', content: [deep] };
    expect(read(deep)).toEqual({ ok: false, why: 'too-large' });
    expect(read(...Array(60_000).fill({ type: 'paragraph' }))).toEqual({ ok: false, why: 'too-large' });
    expect(read(paragraph(text('x'.repeat(1_000_001))))).toEqual({ ok: false, why: 'too-large' });
  });

  test('loses the empty lines at its end, but not the only one', () => {
    const lines = (...given: unknown[]) => {
      const found = read(...given);
      return found.ok ? found.document.content?.length : found.why;
    };
    expect(lines(paragraph(text('a')), paragraph(), paragraph(text(' ')))).toBe(1);
    expect(lines(paragraph(), paragraph())).toBe(1);
    expect(lines(paragraph(), paragraph(text('a')))).toBe(2);
  });

  test('brings along nothing that the schema does not know', () => {
    const given = JSON.parse(
      '{"type":"doc","evil":1,"__proto__":{"polluted":1},"content":[{"type":"paragraph","attrs":{"onclick":"x()","style":"a"},"content":[{"type":"text","text":"hi","html":"<b>"}]}]}',
    );
    const found = readDocument(given);
    expect(found).toEqual({
      ok: true,
      document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'hi' }] }] },
    });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' \u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://x',
    '\\\\host\\share',
  ])('loses the link %j and keeps its words', (href) => {
    expect(isSafeLink(href)).toBe(false);
    expect(shown(paragraph(text('words', link(href))))).toBe('<p dir="auto">words</p>');
  });

  test.each([
    'https://a.example/?a=1&b=2',
    'mailto:a@b.example',
    'tel:+44',
    '/wiki/a',
    '#part',
    'page.md',
    '?q',
  ])('keeps the link %j', (href) => {
    expect(isSafeLink(href)).toBe(true);
    expect(shown(paragraph(text('x', link(href))))).toContain('<a href="');
  });

  test.each([undefined, null, 7, { toString: 'x' }, ['https://x.example']])('loses a link to %j', (href) => {
    const outcome = read(paragraph(text('x', link(href))));
    expect(JSON.stringify(outcome)).not.toContain('href');
  });
});

function tableOf(attrs: object) {
  const cell = { type: 'tableCell', attrs, content: [paragraph()] };
  return { type: 'doc', content: [{ type: 'table', content: [{ type: 'tableRow', content: [cell] }] }] };
}

describe('drawing', () => {
  const evil = `"><img src=x onerror='alert(1)'>&`;

  test('escapes whatever anybody wrote, wherever it stands', () => {
    const html = shown(
      paragraph(text(evil, { type: 'bold' }, { type: 'code' })),
      paragraph(text('x', { type: 'link', attrs: { href: `/a${evil}`, title: evil } })),
      paragraph({ type: 'image', attrs: { src: '/wiki-data/file/a1', alt: evil, title: evil } }),
      paragraph({ type: 'image', attrs: { src: `https://x.example/${evil}`, alt: evil } }),
      { type: 'codeBlock', attrs: { language: evil }, content: [{ type: 'text', text: evil }] },
    );
    const tags = [...html.matchAll(/<(\w+)((?:\s[\w-]+(?:="[^"<>]*")?)*)>/g)];
    expect(html.replace(/<\/?\w+(?:\s[\w-]+(?:="[^"<>]*")?)*>/g, '')).not.toMatch(/[<>]/);
    expect(new Set(tags.map(([, name]) => name))).toEqual(
      new Set(['p', 'strong', 'code', 'a', 'img', 'pre']),
    );
    const names = tags.flatMap(([, , given = '']) =>
      given
        .replace(/="[^"]*"/g, '')
        .trim()
        .split(/\s+/),
    );
    expect([...new Set(names)].sort()).toEqual([
      '',
      'alt',
      'dir',
      'href',
      'loading',
      'rel',
      'src',
      'tabindex',
      'title',
    ]);
  });

  test('fetches no picture from elsewhere: it is a link that says so', () => {
    const html = shown(
      paragraph({ type: 'image', attrs: { src: 'https://spy.example/a.png', alt: 'A bench' } }),
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('>Picture elsewhere: A bench</a>');
    expect(shown(paragraph({ type: 'image', attrs: { src: '/logout', alt: 'x' } }))).not.toContain('<img');
  });

  test('tells the direction of each list by its words', () => {
    const list = (words: string) => ({
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph(text(words))] }],
    });
    expect(shown(list('المنشار'))).toContain('<ul dir="rtl">');
    expect(shown(list('1. saw'))).toContain('<ul dir="ltr">');
    expect([directionOf('123 עברית'), directionOf('12'), directionOf('дуб')]).toEqual(['rtl', null, 'ltr']);
  });

  test('draws tasks as boxes that say whether they are done', () => {
    const task = (checked: boolean) => ({
      type: 'listItem',
      attrs: { checked },
      content: [paragraph(text('x'))],
    });
    const html = shown({ type: 'bulletList', content: [task(true), task(false)] });
    expect(html).toContain('<input type="checkbox" disabled checked aria-label="Done">');
    expect(html).toContain('<input type="checkbox" disabled aria-label="Not done">');
  });
});

test('the words of a document are its lines', () => {
  const found = read(
    { type: 'heading', attrs: { level: 2 }, content: [text('Oak')] },
    paragraph(text('a'), { type: 'hardBreak' }, text('b', { type: 'bold' })),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('c'))] }] },
  );
  expect(found.ok && documentText(found.document)).toBe('Oak\na\nb\nc');
});

test('as lines to compare, lists, tasks and tables are told apart', () => {
  const item = (words: string, checked: boolean | null, ...more: unknown[]) => ({
    type: 'listItem',
    attrs: { checked },
    content: [paragraph(text(words)), ...more],
  });
  const cell = (words: string) => ({ type: 'tableCell', content: [paragraph(text(words))] });
  const found = read(
    paragraph(text('Glue')),
    { type: 'bulletList', content: [item('warm', true), item('wet', false), item('clamp', null)] },
    {
      type: 'orderedList',
      attrs: { start: 9 },
      content: [
        item('nine', null, { type: 'bulletList', content: [item('below', null)] }),
        item('ten', null),
      ],
    },
    { type: 'table', content: [{ type: 'tableRow', content: [cell('Hide'), cell('12')] }] },
  );
  expect(found.ok && documentLines(found.document)).toBe(
    'Glue\n\n☑ warm\n☐ wet\n• clamp\n\n9. nine\n   • below\n10. ten\n\nHide | 12',
  );
});

test('headings are an outline below the page’s title, whatever levels they have', () => {
  const headings = (...levels: number[]) =>
    shown(...levels.map((level) => ({ type: 'heading', attrs: { level }, content: [text('x')] }))).match(
      /<h\d/g,
    );
  expect(headings(2, 3, 2)).toEqual(['<h2', '<h3', '<h2']);
  expect(headings(1, 4, 4, 2)).toEqual(['<h2', '<h3', '<h3', '<h3']);
  expect(headings(6, 1)).toEqual(['<h2', '<h2']);
});

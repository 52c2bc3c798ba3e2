import { describe, expect, test } from 'vitest';
import { richTextToHtml } from './rich-text.ts';

const text = (value: string, format = 0) => ({
  type: 'text',
  text: value,
  format,
  version: 1,
  mode: 'normal',
  style: '',
  detail: 0,
});
const node = (type: string, children: unknown[], rest = {}) => ({
  type,
  children,
  version: 1,
  format: '',
  indent: 0,
  direction: 'ltr',
  ...rest,
});
const body = (...children: unknown[]) => ({ root: node('root', children) });
const link = (url: string) =>
  node('link', [text('here')], { fields: { url, linkType: 'custom', newTab: false }, id: 'x' });

test('a paragraph, a heading and a list become HTML', () => {
  const html = richTextToHtml(
    body(
      node('heading', [text('Windows')], { tag: 'h2' }),
      node('paragraph', [text('Made '), text('here', 1)]),
      node('list', [node('listitem', [text('oak')], { value: 1 })], {
        tag: 'ul',
        listType: 'bullet',
        start: 1,
      }),
    ),
  );
  expect(html).toContain('<h2>Windows</h2>');
  expect(html).toContain('<p>Made <strong>here</strong></p>');
  expect(html).toMatch(/<ul><li>\s*oak\s*<\/li><\/ul>/);
});

test('markup that an editor types is words, not markup', () => {
  const html = richTextToHtml(
    body(node('paragraph', [text('<script>alert(1)</script><img src=x onerror=y>')])),
  );
  expect(html).not.toMatch(/<(script|img)/);
  expect(html).toContain('&lt;script&gt;');
});

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', ' jAvAsCrIpT:alert(1)'])(
  'a link to %s leads nowhere',
  (url) => {
    expect(richTextToHtml(body(node('paragraph', [link(url)])))).not.toMatch(/script:|data:|evil/i);
  },
);

test('a link keeps a safe address', () => {
  expect(richTextToHtml(body(node('paragraph', [link('https://oak.example/a?b=1&c')])))).toContain(
    '<a href="https://oak.example/a?b=1&amp;c" rel="noopener noreferrer">here</a>',
  );
});

test('a first-level heading becomes a second-level one, because the page has its own', () => {
  expect(richTextToHtml(body(node('heading', [text('Big')], { tag: 'h1' })))).toBe('<h2>Big</h2>');
});

test.each([null, undefined, '', 'text', 5])('what is no rich text (%s) is nothing', (value) => {
  expect(richTextToHtml(value)).toBe('');
});

describe('a link to a page of the site', () => {
  const inside = (value: unknown) =>
    node('link', [text('here')], {
      fields: { linkType: 'internal', doc: { relationTo: 'pages', value } },
      id: 'x',
    });
  const pathOfRecord = (collection: string, id: string) =>
    collection === 'pages' && id === 'p1' ? '/ar/contact' : null;
  const htmlOf = (value: unknown) => richTextToHtml(body(node('paragraph', [inside(value)])), pathOfRecord);

  test('leads to where it stands in the language of the text', () => {
    expect(htmlOf('p1')).toBe('<p><a href="/ar/contact">here</a></p>');
    expect(htmlOf({ id: 'p1', slug: 'contact' })).toBe('<p><a href="/ar/contact">here</a></p>');
  });

  test.each(['p2', { id: 'p2' }, null])('that is not shown is only its words: %j', (value) => {
    expect(htmlOf(value)).toBe('<p>here</p>');
  });
});

test('what the site cannot show leaves nothing behind, no word of ours either', () => {
  const picture = node('upload', [], {
    relationTo: 'media',
    value: { url: '/api/media/x.png', filename: 'x.png' },
  });
  const related = node('relationship', [], { relationTo: 'pages', value: 'p1' });
  const html = richTextToHtml(
    body(picture, related, node('invented', [text('x')]), node('paragraph', [text('A')])),
  );
  expect(html.trim()).toBe('<p>A</p>');
});

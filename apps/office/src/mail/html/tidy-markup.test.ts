import { expect, test } from 'vitest';
import { tidyMarkup } from './tidy-markup.ts';

const tidy = (html: string) => tidyMarkup(html).html;

test.each([
  ['<p>one<p>two', '<p>one</p><p>two</p>'],
  [
    '<table><tr><td>a<td>b<tr><td>c</table>',
    '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
  ],
  ['<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>'],
  ['<b><i>x</b>y</i>', '<b><i>x</i></b>y'],
  ['<div>open', '<div>open</div>'],
  ['</div>x', 'x'],
])('%s is closed as it was meant: %s', (html, closed) => expect(tidy(html)).toBe(closed));

test('text is text, and its entities stay as they are', () => {
  expect(tidy('a < b <3 &lt;b&gt; &amp;amp; <')).toBe('a &lt; b &lt;3 &lt;b&gt; &amp;amp; &lt;');
});

test('of attributes those stay that may, the first of each, whatever their quotes', () => {
  const html = '<P Title=\'a"b\' title=c onclick=d align=left data-x=1 type="cite">x';
  expect(tidy(html)).toBe('<p title="a&quot;b" align="left" type="cite">x</p>');
});

test('what is dropped takes its content along, and ends with what is around it', () => {
  expect(tidy('a<script><b>x</script>b<svg><title><p>c</svg>d<embed>e')).toBe('abde');
  expect(tidy('<div><select>a</div>b')).toBe('<div></div>b');
  expect(tidy('<!-- <b> --><?x ?><!x <b>c')).toBe('c');
});

test('style sheets are gathered, those in a drawing are not', () => {
  expect(tidyMarkup('<style>a{}</style>x<svg><style>b{}</style></svg><style>c{').sheets).toEqual([
    'a{}',
    'c{',
  ]);
});

test('what is too deep loses its tags, keeps its text, and is said to be cut', () => {
  const { html, cut } = tidyMarkup(`${'<div>'.repeat(500)}deep<script>no</script>`);
  expect(html).toBe(`${'<div>'.repeat(120)}deep${'</div>'.repeat(120)}`);
  expect(cut).toBe(true);
  expect(tidyMarkup('<p>x'.repeat(500)).cut).toBe(false);
});

test('what only looks like raw text in a drawing hides no depth', () => {
  // Once a title began raw text here and an element there, and the parser met every one of these divs.
  expect(tidy(`<svg><title>${'<div>'.repeat(5000)}`)).toBe('');
});

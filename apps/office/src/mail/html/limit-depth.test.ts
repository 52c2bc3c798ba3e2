import { expect, test } from 'vitest';
import { limitDepth } from './limit-depth.ts';
import { sanitizeMail } from './sanitize-mail.ts';

test.each([
  '<p>one<p>two<p>three<p>four',
  '<table><tr><td>a<td>b<tr><td>c</table>',
  '<ul><li>a<li>b<li>c</ul>',
  '<div>a</div><div>b</div><div>c</div><br><br><br><br><img src=x>',
  '<!-- <div><div><div><div> --><p title="<div><div><div>">x',
  '<style>a{content:"<div><div><div>"}</style>',
])('%s is not deep', (html) => expect(limitDepth(html, 3)).toBe(html));

test('what is deeper loses its tags and keeps its text', () => {
  expect(limitDepth('<b><i><u class=x>deep</u> and</i></b> out', 2)).toBe('<b><i>deep and</i></b> out');
  expect(limitDepth('<b><b><b><b>x</b></b></b></b>y', 2)).toBe('<b><b>x</b></b>y');
});

const options = { words: { showQuoted: 'q', goesTo: 'g' }, attached: new Map(), showRemote: false };
const seconds = (html: string): number => {
  const began = performance.now();
  sanitizeMail(html, options);
  return (performance.now() - began) / 1000;
};
const tags =
  'a b div p span blockquote table td tr li font svg select style textarea template kontor-quote'.split(' ');
const units = [
  ...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag}>x</${tag}>`]),
  ...['<', '</', '<!', '<!--', '<!---->', '<![CDATA[', '<?x ', '&', '&amp;', '<p "', '<p a=1 b=2 c=3>'],
  ...['<b></i>', '<td><p>', '<li><p>', '<table><b>', '<a><div>', '<style>p{', '<style>p{color:red}</style>'],
  ...['<a href="https://a.example/">https://b.example/</a>', '<img src="https://a.example/x.png">'],
  '<div class="gmail_quote">',
];

test.each(units)(
  '%s over and over costs as much as it is long',
  (unit) => {
    seconds(unit.repeat(20_000 / unit.length));
    const few = Math.min(...[1, 2, 3].map(() => seconds(unit.repeat(60_000 / unit.length))));
    const many = Math.min(...[1, 2].map(() => seconds(unit.repeat(480_000 / unit.length))));
    // Eight times as long: a quadratic cost would be 64 times as much. What takes no time has no ratio.
    expect(many).toBeLessThan(Math.max(0.1, few * 32));
    expect(many).toBeLessThan(5 * 1);
  },
  60_000,
);

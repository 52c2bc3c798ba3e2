import { allowedTags, droppedWithContent } from './allowed-markup.ts';

const otherTags = ['html', 'head', 'body', 'form', 'input', 'o:p', 'kontor-quote', 'x'.repeat(60)];
const tags = [...allowedTags, ...droppedWithContent, ...otherTags];

const perTag = tags.flatMap((tag): [string, (index: number) => string][] => [
  [`<${tag}>`, () => `<${tag}>`],
  [`<${tag}>x</${tag}>`, () => `<${tag}>x</${tag}>`],
]);

const signs = [
  ...['<', '>', '&', '"', "'", '=', '/', '-', ' ', '\n', '\0', '{', '}', '(', ')', '[', ';', ':', '@', '\\'],
  ...[
    '</',
    '</ ',
    '<!',
    '<!-',
    '<!--',
    '<!-->',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '<!doctype',
    '&#',
    '&#x',
    '&am',
  ],
  ...[
    '<a',
    '<a ',
    '<a href',
    '<a href=',
    '<a href="',
    '<a/',
    '<p/>',
    '<A>',
    '<script',
    '<style',
    '<div <',
    '.',
    '\u202e',
  ],
  ...[
    '<div>text',
    '<b><i>',
    '<div><p>',
    '<p><div>',
    '<table><tr><td>',
    '<ul><li>',
    '<a><p>',
    '<svg><title>',
    '<math><mi>',
  ],
  ...[
    '</p><br>',
    '<a href=x>y',
    '<a href=https://a.example>b.example',
    '<a href=https://a.example>b.example</a>',
  ],
  ...[
    '<div class=gmail_quote>',
    '<blockquote type=cite>',
    '<blockquote type=cite>x</blockquote>',
    '<a\n',
    '</a',
  ],
  ...['<img src=cid:x>', '<img src=https://x.example/a.png>', '<font color=red>', '<td style="color:red">'],
  ...[
    '<p style="',
    '<p style=color:red',
    '<style>a{',
    '<style>',
    '<style>a{color:red}</style>',
    '<style>/*',
    '<p x=1>',
  ],
  ...[
    'http://x.example/',
    'a@b.example ',
    'a.',
    'x ',
    '&nbsp;',
    '&lt;',
    '\u00a0',
    'ﬀ',
    '😀',
    'color:',
    'background =',
  ],
];
const perSign = signs.map((sign): [string, (index: number) => string] => [JSON.stringify(sign), () => sign]);

const counted: [string, (index: number) => string][] = [
  ['styles that differ', (i) => `<p style="color:#${i.toString(16).padStart(6, '0')};margin:${i}px">x`],
  ['classes that differ', (i) => `<p class="a${i}">x</p>`],
  ['sheets that differ', (i) => `<style>.a${i}{color:red}</style>`],
  ['tags that differ', (i) => `<x${i}>`],
  ['links that differ', (i) => `<a href="https://h${i}.example/">i${i}.example</a>`],
  ['links that differ and stay open', (i) => `<a href="https://h${i}.example/">i${i}.example`],
];

/** Built once around one thing that grows: an attribute, a name, a sheet, a text in a link. */
const around: [string, (length: number) => string][] = [
  ...[
    '(',
    '{',
    '[',
    'a',
    'a,',
    'a;',
    'a:',
    '\\',
    '"',
    "'",
    '/*',
    '@media ',
    '@',
    ';',
    ':',
    '}',
    ')',
    '!',
    '<!--',
    '-',
    '1',
  ].flatMap((sign): [string, (length: number) => string][] => [
    [`a sheet of ${sign}`, (length) => `<style>${sign.repeat(length / sign.length)}</style>`],
    [`a rule of ${sign}`, (length) => `<style>a{color:${sign.repeat(length / sign.length)}}</style>`],
    [`a style of ${sign}`, (length) => `<p style='color:${sign.repeat(length / sign.length)}'>`],
    [
      `many styles of ${sign}`,
      (length) =>
        Array.from(
          { length: Math.floor(length / 4000) },
          (_, i) => `<p style="m${i}:${sign.replace('"', '&quot;').repeat(3900 / sign.length)}">`,
        ).join(''),
    ],
    [
      `many sheets of ${sign}`,
      (length) => `<style>a{b:${sign.repeat(90 / sign.length)}</style>`.repeat(length / 120),
    ],
  ]),
  ['nested @media', (length) => `<style>${'@media all{'.repeat(length / 11)}`],
  ['attributes', (length) => `<p ${Array.from({ length: length / 8 }, (_, i) => `a${i}=1`).join(' ')}>`],
  ['the same attribute', (length) => `<p ${'title=x '.repeat(length / 8)}>`],
  ['a class of spaces', (length) => `<div class="${' '.repeat(length)}x">`],
  ['a long name', (length) => `<${'a'.repeat(length)}>`],
  ['a long attribute name', (length) => `<p ${'a'.repeat(length)}>`],
  ['a long address', (length) => `<a href="https://x.example/${'a'.repeat(length)}">x</a>`],
  ['an address of spaces', (length) => `<a href="${' '.repeat(length)}https://x.example/">x</a>`],
  ['a host of dots', (length) => `<a href="https://${'a.'.repeat(length / 2)}">x</a>`],
  ['a link to dots', (length) => `<a href="https://x.example/">${'a.'.repeat(length / 2)}</a>`.repeat(1)],
  ['a picture of data', (length) => `<img src="data:image/png;base64,${'A'.repeat(length)}!">`],
  ['a picture of spaces', (length) => `<img src="data:image/png;base64,${' '.repeat(length)}!">`],
  ['a width of spaces', (length) => `<img width="${' '.repeat(length)}1">`],
  ['text of spaces', (length) => `${' '.repeat(length)}x`],
  [
    'links to 2,000 letters',
    (length) => `<a href="https://x.example/">${'a.'.repeat(990)}</a>`.repeat(length / 2010),
  ],
  [
    'links to 2,000 letters that stay open',
    (length) => `<a href="https://x.example/">${'a.'.repeat(990)}`.repeat(length / 2006),
  ],
];

const repeated = (unit: (index: number) => string, length: number): string => {
  const pieces: string[] = [];
  for (let index = 0, made = 0; made < length; index += 1) {
    const piece = unit(index);
    pieces.push(piece);
    made += piece.length;
  }
  return pieces.join('').slice(0, length);
};

/** Messages that cost a careless reader more than their length: what they are of, and one of a given length. */
export const oversize: [name: string, ofLength: (length: number) => string][] = [
  ...[...perTag, ...perSign, ...counted].map(([name, unit]): [string, (length: number) => string] => [
    name,
    (length) => repeated(unit, length),
  ]),
  ...around,
];

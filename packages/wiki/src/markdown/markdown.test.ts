import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '#document/read-document.ts';
import { documentText } from '#document/text.ts';
import type { DocumentJson, MarkJson, NodeJson } from '#document/types.ts';
import { readMarkdown } from './from-markdown.ts';
import { writeMarkdown } from './to-markdown.ts';

const documentOf = (markdown: string): DocumentJson => {
  const read = readDocument(readMarkdown(markdown).document);
  if (!read.ok) throw new Error(read.why);
  return read.document;
};

const wordsOf = (markdown: string): string => documentText(documentOf(markdown));

/** Each is written the way we write it, so that what comes back must be it, sign for sign. */
const ours = [
  'A paragraph.\n',
  '## Heading *with* `code`\n\nText\n',
  '**bold *and italic* again** ~~gone~~ `code`\n',
  '**`code`** [`code` in a link](/wiki "Title") <https://brightwater.example>\n',
  '- one\n- two\n  - below two\n    1. first\n    2. second\n- three\n',
  '3. three\n4. four\n',
  '- [ ] cut the tenons\n- [x] sharpen the irons\n- a remark\n',
  '1. [ ] glue\n2. [x] clamp\n',
  '- one\n\n* another list\n',
  '> A quote\n>\n> - with a list\n>\n> > and a quote\n',
  '```ts twoslash\nconst a = `b`;\n\n\n```\n',
  '````\n```\n````\n',
  '- ```\n  code first\n  ```\n',
  '| Timber | Price |\n| :- | -: |\n| Oak \\| ash | **4** |\n| Pine<br>red | |\n',
  '![A bench](/wiki-data/file/abc "Title") and text\n',
  'one\\\ntwo\n',
  '---\n\n**_not this_**\n',
  'a_b \\*c\\* 1. \\<b> # # \\&amp;\n',
  '\\# no heading, www\\.x.example is no link\n',
  'العربية **غامق** ثم English\n',
  'Строка с [ссылкой](https://example.com/путь)\n',
];

describe('Markdown in and out', () => {
  test.each(ours)('%j comes back as it was', (markdown) => {
    expect(writeMarkdown(documentOf(markdown))).toEqual({ markdown, losses: [] });
  });

  test.each([
    ['* star\n+ plus', '- star\n\n* plus\n'],
    ['Setext\n===\n\nmore', '# Setext\n\nmore\n'],
    ['[a][r]\n\n[r]: /x "T"', '[a](/x "T")\n'],
    ['    indented', '```\nindented\n```\n'],
    ['soft\nbreak', 'soft break\n'],
    ['two  \nlines', 'two\\\nlines\n'],
    ['_a_ __b__', '*a* **b**\n'],
    ['www.example.com', '[www.example.com](http://www.example.com)\n'],
    ['- a\n\n- b', '- a\n- b\n'],
  ])('%j means %j', (written, markdown) => {
    const { title } = readMarkdown(written);
    expect(writeMarkdown(documentOf(written), title ?? '').markdown).toBe(markdown);
  });

  test('a first heading is the title and not part of the text', () => {
    const { title, document } = readMarkdown('# Sharpening `plane` irons\n\nText');
    expect(title).toBe('Sharpening plane irons');
    expect(writeMarkdown(document as DocumentJson, title ?? '').markdown).toBe(
      '# Sharpening plane irons\n\nText\n',
    );
  });

  test.each([
    ['# Glue from [Brightwater](https://brightwater.example)', 'Glue from Brightwater'],
    ['# Glue ![pot](/wiki-data/file/a)', 'Glue pot'],
    [`# ${'glue '.repeat(60)}end`, 'glue '.repeat(40).trim()],
    // A sign of two halves is not cut in two.
    [`# ${'a'.repeat(199)}😀`, 'a'.repeat(199)],
  ])('%j is a title and stays in the text, since a title does not hold all of it', (markdown, title) => {
    const read = readMarkdown(markdown);
    expect(read.title).toBe(title);
    expect(writeMarkdown(read.document as DocumentJson).markdown).toBe(`${markdown}\n`);
  });

  test('a first heading of two lines is a title of one', () => {
    const { title, document } = readMarkdown('Sharpening\nirons\n===\n\nText');
    expect(title).toBe('Sharpening irons');
    expect(writeMarkdown(document as DocumentJson).markdown).toBe('Text\n');
  });

  test('comments are for nobody who reads, what stands between two of them is', () => {
    expect(wordsOf('<!-- a -->\n\nText')).toBe('Text');
    expect(wordsOf('<!-- a --> <!-- b -->\n\nText')).toBe('Text');
    expect(wordsOf('<!-- a --> between <!-- b -->\n\nText')).toMatch(/between/);
    expect(wordsOf('Text <!-- a --> between <!-- b -->')).toBe('Text  between');
  });

  test('HTML stays the text it is, and that is told', () => {
    const { document, hasHtml } = readMarkdown('<script>alert(1)</script>\n\na <b>b</b>');
    expect(hasHtml).toBe(true);
    expect(JSON.stringify(document)).not.toMatch(/html/);
    expect(documentOf(writeMarkdown(document as DocumentJson).markdown)).toEqual(
      documentOf('<script>alert(1)</script>\n\na <b>b</b>'),
    );
  });

  test('links that lead astray are text', () => {
    const document = documentOf('[x](javascript:alert(1)) [y](java\tscript:alert(1)) ![z](data:text/html,x)');
    expect(JSON.stringify(document)).not.toMatch(/link|image/);
  });

  test('what Markdown cannot hold is named', () => {
    const cell = (type: string, attrs = {}) => ({ type, attrs, content: [{ type: 'paragraph' }] });
    const read = readDocument({
      type: 'doc',
      content: [
        { type: 'paragraph' },
        {
          type: 'table',
          content: [
            { type: 'tableRow', content: [cell('tableHeader', { colspan: 2 })] },
            { type: 'tableRow', content: [cell('tableHeader'), cell('tableCell', { align: 'right' })] },
          ],
        },
      ],
    });
    expect(read.ok && writeMarkdown(read.document).losses).toEqual([
      'cell-alignment',
      'empty-paragraphs',
      'heading-cells',
      'merged-cells',
    ]);
  });
});

const word = fc.constantFrom(
  ...[
    'oak',
    'a_b',
    '*',
    '**',
    '_',
    '`',
    '``',
    '~',
    '~~',
    '#',
    '+',
    '-',
    '1.',
    '[ ]',
    '[x]',
    '<b>',
    '&amp;',
    '|',
    '\\',
    '!',
    '[a](b)',
  ],
  ...[
    'http://x.example',
    'www.x.example',
    'a@b.example',
    'ёж',
    'مرحبا',
    '你好',
    '>',
    '===',
    '---',
    '```',
    '  ',
    ':',
    '.',
    '(',
  ],
);
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const mark: fc.Arbitrary<MarkJson> = fc.constantFrom<MarkJson>(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'strike' },
  { type: 'code' },
  { type: 'link', attrs: { href: 'https://brightwater.example/a_(b)', title: null } },
  { type: 'link', attrs: { href: '/wiki/x y', title: 'A "title"' } },
);
const order = ['link', 'bold', 'italic', 'strike', 'code'];
const leaf: fc.Arbitrary<NodeJson> = fc.oneof(
  { weight: 8, arbitrary: text.map((value) => ({ type: 'text', text: value })) },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
  {
    weight: 1,
    arbitrary: fc.constant({ type: 'image', attrs: { src: '/wiki-data/file/a', alt: 'a ] b', title: null } }),
  },
);
const marked = fc
  .tuple(leaf, fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type }))
  .map(([node, marks]): NodeJson => {
    const fitting = marks
      .filter(({ type }) => node.type === 'text' || type !== 'code')
      .sort((one, other) => order.indexOf(one.type) - order.indexOf(other.type));
    return fitting.length > 0 && node.type !== 'hardBreak' ? { ...node, marks: fitting } : node;
  });
const inline = fc.array(marked, { minLength: 1, maxLength: 5 });
const paragraph: fc.Arbitrary<NodeJson> = inline.map((content) => ({ type: 'paragraph', content }));
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), inline)
  .map(([level, content]): NodeJson => ({ type: 'heading', attrs: { level }, content }));
const code = fc
  .tuple(fc.constantFrom(null, 'ts', 'js title=x'), fc.constantFrom('a', '```\nb', ' c\n\n', '~~~'))
  .map(
    ([language, value]): NodeJson => ({
      type: 'codeBlock',
      attrs: { language },
      content: [{ type: 'text', text: value }],
    }),
  );
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([columns, rows]) =>
    fc
      .tuple(
        fc.array(fc.constantFrom(null, 'left', 'right', 'center'), {
          minLength: columns,
          maxLength: columns,
        }),
        fc.array(fc.array(inline, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
      .map(
        ([align, cells]): NodeJson => ({
          type: 'table',
          content: cells.map((row, index) => ({
            type: 'tableRow',
            content: row.map((content, column) => ({
              type: index === 0 ? 'tableHeader' : 'tableCell',
              attrs: { align: align[column] },
              content: [{ type: 'paragraph', content }],
            })),
          })),
        }),
      ),
  );
const { block } = fc.letrec<{ block: NodeJson; item: NodeJson }>((tie) => ({
  item: fc
    .tuple(fc.constantFrom(null, null, true, false), paragraph, fc.array(tie('block'), { maxLength: 2 }))
    .map(([checked, first, more]) => ({ type: 'listItem', attrs: { checked }, content: [first, ...more] })),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    heading,
    code,
    table,
    fc.constant<NodeJson>({ type: 'horizontalRule' }),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 2 })
      .map((content): NodeJson => ({ type: 'blockquote', content })),
    fc
      .array(tie('item'), { minLength: 1, maxLength: 3 })
      .map((content): NodeJson => ({ type: 'bulletList', content })),
    fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
      .map(([start, content]): NodeJson => ({ type: 'orderedList', attrs: { start }, content })),
  ),
}));
const anyDocument = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => readDocument({ type: 'doc', content }))
  .map((read) => {
    if (!read.ok) throw new Error(read.why);
    return read.document;
  });

test('any document comes back from Markdown as it was', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const { markdown, losses } = writeMarkdown(document, 'A title');
      fc.pre(losses.length === 0);
      const back = readMarkdown(markdown);
      expect(back.title).toBe('A title');
      const read = readDocument(back.document);
      expect(read.ok && normal(read.document)).toEqual(normal(document));
    }),
    // The same documents each time, so that a run that fails was made to by a change; others in a long run.
    { numRuns: 500, ...(process.env['KONTOR_TEST_LONG'] ? {} : { seed: 20_261_124 }) },
  );
});

/** As Markdown understands it: neighbours alike are one text, white space at the ends of lines is none. */
function normal(node: NodeJson): unknown {
  const content = (node.content ?? []).reduce<NodeJson[]>((found, inner) => {
    const last = found.at(-1);
    if (last && inner.type === 'text' && last.type === 'text' && same(last.marks, inner.marks))
      found[found.length - 1] = { ...last, text: `${last.text}${inner.text}` };
    else found.push(inner);
    return found;
  }, []);
  return { ...node, content: content.map(normal) };
}
const same = (one: unknown, other: unknown) => JSON.stringify(one ?? []) === JSON.stringify(other ?? []);

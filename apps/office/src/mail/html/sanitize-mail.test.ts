import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { frameDocument, framePolicy } from './frame-document.ts';
import { frameSandbox } from './frame-sandbox.ts';
import { sanitizeMail } from './sanitize-mail.ts';
import { deepTable, hugeTable, torture } from './torture.ts';

const words = { showQuoted: 'Show quoted text', goesTo: 'goes to' };
const attached = new Map([['logo@x', '/mail-data/part/m1/0']]);
const clean = (html: string, showRemote = false) => sanitizeMail(html, { attached, showRemote, words });
const evil = 'https://evil.example';
const armed = (html: string) => html.replaceAll('{evil}', evil).replaceAll('{host}', 'evil.example');

interface Found {
  tags: Set<string>;
  attributes: [string, string][];
}

function elementsOf(html: string): Found {
  const found: Found = { tags: new Set(), attributes: [] };
  const parser = new Parser({
    onopentag(name, attributes) {
      found.tags.add(name);
      found.attributes.push(...Object.entries(attributes));
    },
  });
  parser.end(html);
  return found;
}

const active = [
  'script',
  'style',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'form',
  'input',
  'button',
  'meta',
];
const never = [
  ...active,
  'link',
  'base',
  'video',
  'audio',
  'source',
  'template',
  'noscript',
  'textarea',
  'title',
];

describe('a hostile message', () => {
  for (const [name, html] of Object.entries(torture)) {
    it(`cannot act through ${name}`, () => {
      const { body, css } = clean(armed(html));
      const { tags, attributes } = elementsOf(body);
      expect(never.filter((tag) => tags.has(tag))).toEqual([]);
      for (const [attribute, value] of attributes) {
        expect(attribute).not.toMatch(/^on|^(?:srcset|background|ping|action|formaction|poster|data|id)$/);
        if (attribute === 'href') expect(value).toMatch(/^(?:https?|mailto):/);
        if (attribute === 'src')
          expect(value).toMatch(/^(?:data:image\/(?:png|jpeg|gif|webp)|\/mail-data\/part\/)/);
        if (attribute === 'style') expect(value).not.toMatch(/url|position|expression|image-set|var\(|\dvh/i);
      }
      expect(css).not.toMatch(/url\(|@import|@font-face|@keyframes|image-set|var\(|<|evil/i);
    });
  }
});

describe('pictures', () => {
  it('that lie elsewhere are kept back and counted until the reader asks', () => {
    const html =
      '<img src="https://pictures.example/a.png" alt="A"><img src="http://pictures.example/b.png">';
    expect(clean(html).remotePictures).toBe(2);
    expect(clean(html).body).not.toContain('pictures.example');
    expect(clean(html, true).body).toContain(
      'src="https://pictures.example/a.png" referrerpolicy="no-referrer"',
    );
  });

  it('of one pixel are never fetched', () => {
    const pixel = '<img src="https://count.example/1.gif" width="1" height="1">';
    expect(clean(pixel, true).body).not.toContain('count.example');
  });

  it('that came with the message are drawn from it', () => {
    expect(clean('<img src="cid:logo@x">').body).toContain('src="/mail-data/part/m1/0"');
    expect(clean('<img src="CID:logo%40x">').body).toContain('src="/mail-data/part/m1/0"');
    expect(clean('<img src="cid:other">').body).not.toContain('src=');
  });
});

describe('what an honest message looks like', () => {
  it('stays: type, colours, tables, links', () => {
    const html =
      '<table width="600" bgcolor="#eee"><tr><td style="padding: 8px; color: #333">Hi <b>you</b></td></tr></table>';
    expect(clean(html).body).toBe(
      '<table width="600" bgcolor="#eee"><tr><td style="padding:8px;color:#333">Hi <b>you</b></td></tr></table>',
    );
  });

  it('stays: rules for narrow screens', () => {
    const { css } = clean('<style>.a{color:red}@media (max-width:600px){.a{width:100%!important}}</style>');
    expect(css).toBe('.a{color:red}@media (max-width:600px){.a{width:100%!important}}');
  });

  it('stays when the head is never closed', () => {
    expect(clean('<html><head><style>p{color:red}</style><body><p>Hello</p>').body).toContain('<p>Hello</p>');
  });

  it('keeps to the theme unless it has colours of its own', () => {
    expect(clean('<p>Hello</p>').coloured).toBe(false);
    expect(clean('<p style="color:#222">Hello</p>').coloured).toBe(true);
    expect(clean('<td bgcolor=white>Hello</td>').coloured).toBe(true);
  });
});

describe('links', () => {
  it('open outside and carry no referrer', () => {
    expect(clean('<a href="https://nordbank.example/a?b=1&amp;c=2">open</a>').body).toBe(
      '<a href="https://nordbank.example/a?b=1&amp;c=2" title="https://nordbank.example/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer nofollow">open</a>',
    );
  });

  it('that name one host and go to another say so', () => {
    expect(clean('<a href="https://evil.example/x">www.nordbank.example</a>').body).toContain(
      '(goes to evil.example)',
    );
    expect(clean('<a href="https://www.nordbank.example/x">nordbank.example/x</a>').body).not.toContain(
      'goes to',
    );
  });
});

describe('quoted text', () => {
  it('is folded, the outermost only', () => {
    const { body } = clean(
      '<p>Yes.</p><blockquote type="cite">Old<blockquote type="cite">Older</blockquote></blockquote>',
    );
    expect(body).toBe(
      '<p>Yes.</p><details class="k-quote"><summary>Show quoted text</summary><blockquote>Old<blockquote>Older</blockquote></blockquote></details>',
    );
  });

  it('stays open when there is nothing else', () => {
    expect(clean('<div class="gmail_quote">Forwarded</div>').body).toContain(
      '<details class="k-quote" open>',
    );
  });
});

describe('size', () => {
  it('of a table of 20,000 rows costs about four times what 5,000 cost, and five times three seconds at most', () => {
    const costOf = (rows: number) => {
      const started = performance.now();
      expect(clean(hugeTable(rows)).body).toContain('<table>');
      return performance.now() - started;
    };
    costOf(1000);
    const [few, many] = [costOf(5000), costOf(20_000)];
    expect(many / few).toBeLessThan(16);
    expect(many).toBeLessThan(5 * 3000);
  });

  it('of tables in tables ends somewhere', () => {
    const { body } = clean(deepTable(5000));
    expect(body.split('<table>').length).toBeLessThan(130);
  });

  it('of more than is shown is said', () => {
    expect(clean('x'.repeat(400_001)).cut).toBe(true);
    expect(clean('x').cut).toBe(false);
  });
});

describe('the frame', () => {
  it('lets nothing run and nothing load but pictures', () => {
    expect(framePolicy({ showRemote: false })).toContain("default-src 'none'");
    expect(framePolicy({ showRemote: false })).toContain("img-src 'self' data:;");
    expect(framePolicy({ showRemote: true })).toContain("img-src 'self' data: https: http:;");
    expect(`${frameSandbox} ${framePolicy({ showRemote: true })}`).not.toContain('allow-scripts');
  });

  it('escapes what it is told', () => {
    const page = frameDocument(clean('<p>x</p>'), {
      lang: 'en"><script>',
      dir: 'ltr',
      title: '</title><script>',
    });
    expect(page).not.toContain('<script>');
  });
});

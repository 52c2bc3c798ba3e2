import { asHtml, asParts, type HostileMail } from './mail-torture.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP4z8CAB+GTG8HSALfKY52fTcuYAAAAAElFTkSuQmCC',
  'base64',
);
const script = '<script>top.bad="a part";alert(1)</script>';
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="top.bad='svg'">${script}</svg>`;
const page = `<!doctype html><title>x</title>${script}<p>Sign in</p>`;
const html = (body: string) => ({ headers: ['Content-Type: text/html; charset=utf-8'], body });

/** One message with a picture; one that names the picture of the first; one whose own parts are no pictures. */
export const cidTricks = (): HostileMail[] => [
  asParts('cid: the owner', 'related', [
    html('<p>mine</p><img src="cid:logo@owner">'),
    {
      headers: [
        'Content-Type: image/png',
        'Content-ID: <logo@owner>',
        'Content-Disposition: inline; filename=logo.png',
      ],
      body: png,
    },
  ]),
  asHtml('cid: the thief', '<p>not mine</p><img src="cid:logo@owner"><img src="cid:LOGO@owner">'),
  asParts('cid: no pictures', 'related', [
    html(
      '<img src="cid:s@x"><img src="cid:h@x"><img src="cid:j@x"><img src="cid:l@x"><iframe src="cid:h@x"></iframe><object data="cid:s@x"></object><link rel=stylesheet href="cid:c@x">',
    ),
    {
      headers: ['Content-Type: image/svg+xml', 'Content-ID: <s@x>', 'Content-Disposition: inline'],
      body: svg,
    },
    {
      headers: [
        'Content-Type: text/html; name=h.html',
        'Content-ID: <h@x>',
        'Content-Disposition: attachment; filename=h.html',
      ],
      body: page,
    },
    {
      headers: [
        'Content-Type: text/javascript',
        'Content-ID: <j@x>',
        'Content-Disposition: inline; filename=j.js',
      ],
      body: 'top.bad="js"',
    },
    {
      headers: ['Content-Type: text/css', 'Content-ID: <c@x>', 'Content-Disposition: inline; filename=c.css'],
      body: 'body{display:none}',
    },
    {
      headers: [
        'Content-Type: image/png"onerror="top.bad=1',
        'Content-ID: <l@x>',
        'Content-Disposition: inline',
      ],
      body: svg,
    },
  ]),
];

const ascii = (text: string) => Buffer.from(text, 'latin1');
const declared = (subject: string, charset: string, body: Buffer): HostileMail => ({
  subject,
  content: Buffer.concat([
    ascii(`Content-Type: text/html; charset=${charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n`),
    ascii(`${(body.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')}\r\n`),
  ]),
});

/** Bytes that are harmless in one charset and markup in another. */
export const oddLetters = (): HostileMail[] => [
  declared(
    'seven-bit letters',
    'utf-7',
    ascii('+ADw-script+AD4-top.bad=1+ADw-/script+AD4-+ADw-img src=x onerror=top.bad=1+AD4-'),
  ),
  declared(
    'switched letters',
    'iso-2022-jp',
    ascii('<p title="\x1b$B">x</p><p class="\x1b(B"><img src=x onerror=top.bad=1>"></p>'),
  ),
  declared(
    'wide letters',
    'utf-16le',
    Buffer.from(`<p>x</p>${script}<img src=x onerror=top.bad=1>`, 'utf16le'),
  ),
  declared(
    'zero bytes',
    'utf-8',
    ascii('<scr\0ipt>top.bad=1</scr\0ipt><im\0g src=x one\0rror=top.bad=1><p>x\xc0\xbcscript\xc0\xbe</p>'),
  ),
];

/** Files that would do something if a browser opened them. */
export const attachments = (): HostileMail =>
  asParts('attachments', 'mixed', [
    html('<p>See the files.</p>'),
    {
      headers: ['Content-Type: text/html', 'Content-Disposition: attachment; filename="invoice.html"'],
      body: page,
    },
    {
      headers: ['Content-Type: image/svg+xml', 'Content-Disposition: attachment; filename="plan.svg"'],
      body: svg,
    },
    {
      headers: ['Content-Type: image/png', 'Content-Disposition: attachment; filename="real.png"'],
      body: png,
    },
    {
      headers: ['Content-Type: text/html', 'Content-Disposition: attachment; filename="photo.png"'],
      body: page,
    },
    {
      headers: [
        'Content-Type: application/xhtml+xml',
        'Content-Disposition: attachment; filename="../../../etc/pass<wd>.xhtml"',
      ],
      body: page,
    },
    {
      headers: [
        'Content-Type: application/x-msdownload',
        "Content-Disposition: attachment; filename*=UTF-8''bill%E2%80%AEgpj.exe%0D%0AX-Injected:%20yes",
      ],
      body: 'MZ',
    },
    {
      headers: ['Content-Type: text/xml', 'Content-Disposition: inline; filename="...xml."'],
      body: '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>top.bad=1</script></html>',
    },
    {
      headers: ['Content-Type: application/pdf;\r\n name="a\\"b.pdf"', 'Content-Disposition: attachment'],
      body: '%PDF-1.4',
    },
  ]);

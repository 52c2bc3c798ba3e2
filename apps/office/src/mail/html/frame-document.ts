import { frameSandbox } from './frame-sandbox.ts';
import { escapeText } from './quotes.ts';
import type { SafeMail } from './sanitize-mail.ts';

/** The only things a message's frame may do: apply style that stands in it, draw pictures that are let in. */
export function framePolicy({ showRemote }: { showRemote: boolean }): string {
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src 'self' data:${showRemote ? ' https: http:' : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    // Also when the address is opened on its own, in a tab.
    `sandbox ${frameSandbox}`,
  ].join('; ');
}

export function frameHeaders(options: { showRemote: boolean }): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': framePolicy(options),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  };
}

/** The document in the frame. Its height is that of #mail, which the page around it measures. */
export function frameDocument(
  mail: SafeMail,
  {
    lang,
    dir,
    title,
    showRemote = false,
  }: { lang: string; dir: string; title: string; showRemote?: boolean },
): string {
  const keptBack = showRemote ? 0 : mail.remotePictures;
  const scheme = mail.coloured ? 'light' : 'light dark';
  return `<!doctype html>
<html lang="${escapeText(lang)}" dir="${escapeText(dir)}" data-kept-back="${keptBack}" data-cut="${mail.cut}"${mail.coloured ? ' class="k-paper"' : ''}>
<head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>${escapeText(title)}</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="${scheme}">
<style>:root{color-scheme:${scheme}}${ownStyle}</style><style>${mail.css}</style></head>
<body><div id="mail" dir="auto">${mail.body}</div></body>
</html>`;
}

const ownStyle = `
html,body{margin:0;padding:0;background:transparent;overflow-wrap:anywhere}
body{font:.9375rem/1.6 system-ui,sans-serif;color:light-dark(#24211d,#e9e5de)}
#mail{display:flow-root}
.k-paper #mail{padding:12px;background:#fff}
img{max-width:100%;height:auto}
img[data-kept-back]{background:light-dark(#0000000a,#ffffff12);outline:1px dashed light-dark(#00000026,#ffffff2e);outline-offset:-1px}
a{color:light-dark(#0b5c8e,#8cc7ee)}
pre{white-space:pre-wrap}
blockquote{margin:8px 0;padding-inline-start:12px;border-inline-start:2px solid light-dark(#0000001f,#ffffff2b)}
.k-quote>summary{cursor:pointer;width:fit-content;margin:12px 0;padding:2px 10px;border-radius:6px;font:.75rem/1.25rem system-ui,sans-serif;
color:light-dark(#5a544b,#b9b2a6);background:light-dark(#0000000d,#ffffff17);list-style:none}
.k-quote>summary::-webkit-details-marker{display:none}
.k-quote>summary:focus-visible{outline:2px solid light-dark(#0b5c8e,#8cc7ee);outline-offset:2px}
.k-where{font-size:.75rem;color:light-dark(#9a2c12,#ffb59e)}
@media print{.k-quote>summary{display:none}}`;

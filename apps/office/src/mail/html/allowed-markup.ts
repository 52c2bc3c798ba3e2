const text = [
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'strike',
  'del',
  'ins',
  'small',
  'big',
  'sub',
  'sup',
  'mark',
];
const words = [
  'abbr',
  'acronym',
  'cite',
  'code',
  'dfn',
  'kbd',
  'q',
  'samp',
  'span',
  'time',
  'tt',
  'var',
  'bdi',
  'bdo',
];
const blocks = [
  'address',
  'article',
  'aside',
  'blockquote',
  'br',
  'center',
  'div',
  'footer',
  'header',
  'hr',
  'main',
];
const more = [
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'nav',
  'p',
  'pre',
  'section',
  'wbr',
  'font',
];
const lists = ['dd', 'dl', 'dt', 'li', 'ol', 'ul'];
const tables = ['caption', 'col', 'colgroup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'];

/** Stands for a folded quotation until the markup is clean. */
export const quoteMark = 'kontor-quote';

export const allowedTags = [
  ...[...text, ...words, ...blocks, ...more, ...lists, ...tables],
  ...['a', 'img', quoteMark],
];

/** Gone with all that is in them: what they hold is not prose, or parses differently from how it is printed. */
export const droppedWithContent = [
  ...[
    'script',
    'style',
    'textarea',
    'option',
    'select',
    'xmp',
    'noscript',
    'noembed',
    'noframes',
    'plaintext',
  ],
  ...['svg', 'math', 'object', 'embed', 'applet', 'iframe', 'frame', 'frameset', 'template', 'title'],
  ...['audio', 'video', 'canvas', 'map', 'portal', 'fencedframe'],
];

const sized = ['width', 'height'];
const cell = ['align', 'valign', 'bgcolor', 'colspan', 'rowspan', 'nowrap', ...sized];

export const allowedAttributes: Record<string, string[]> = {
  '*': ['class', 'style', 'dir', 'lang', 'title', 'align'],
  a: ['href', 'target', 'rel', 'name'],
  img: ['src', 'alt', 'border', 'hspace', 'vspace', 'referrerpolicy', 'data-kept-back', ...sized],
  table: ['bgcolor', 'border', 'cellpadding', 'cellspacing', ...sized],
  td: cell,
  th: [...cell, 'scope'],
  tr: ['align', 'valign', 'bgcolor', 'height'],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  font: ['color', 'face', 'size'],
  ol: ['start', 'type', 'reversed'],
  ul: ['type'],
  li: ['value'],
  hr: ['size', 'width', 'color', 'noshade'],
  time: ['datetime'],
  pre: ['width'],
};

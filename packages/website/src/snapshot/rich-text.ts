import { convertLexicalToHTML } from '@payloadcms/richtext-lexical/html';
import sanitizeHtml from 'sanitize-html';

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'h2',
    'h3',
    'h4',
    'ul',
    'ol',
    'li',
    'blockquote',
    'strong',
    'em',
    'u',
    's',
    'code',
    'a',
    'br',
    'hr',
  ],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    // The page's title is its h1.
    h1: 'h2',
    a: (tagName, attribs) => ({
      tagName,
      attribs: /^https?:/.test(attribs['href'] ?? '') ? { ...attribs, rel: 'noopener noreferrer' } : attribs,
    }),
  },
};

/** An editor's text as HTML that can do nothing but be read. */
export function richTextToHtml(body: unknown): string {
  if (!body || typeof body !== 'object') return '';
  const html = convertLexicalToHTML({ data: body as never, disableContainer: true });
  return sanitizeHtml(html, allowed);
}

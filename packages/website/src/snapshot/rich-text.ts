import {
  convertLexicalToHTML,
  type HTMLConvertersFunction,
  LinkHTMLConverter,
} from '@payloadcms/richtext-lexical/html';
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
      // A link that leads nowhere is only its words.
      tagName: attribs['href'] ? tagName : 'span',
      attribs: /^https?:/.test(attribs['href'] ?? '') ? { ...attribs, rel: 'noopener noreferrer' } : attribs,
    }),
  },
};

/** Where a record of a collection stands on the site, in the language of the text; null where it is not shown. */
export type PathOfRecord = (collection: string, id: string) => string | null;

const convertersFor =
  (pathOfRecord: PathOfRecord): HTMLConvertersFunction =>
  ({ defaultConverters }) => ({
    ...defaultConverters,
    ...LinkHTMLConverter({
      internalDocToHref: ({ linkNode }) => {
        const { relationTo, value } = linkNode.fields.doc ?? { relationTo: '', value: '' };
        const id = typeof value === 'object' && value ? (value as { id?: unknown }).id : value;
        return pathOfRecord(relationTo, String(id)) ?? '';
      },
    }),
    upload: () => '',
    unknown: () => '',
  });

/** An editor's text as HTML that can do nothing but be read. */
export function richTextToHtml(body: unknown, pathOfRecord: PathOfRecord = () => null): string {
  if (!body || typeof body !== 'object') return '';
  const converters = convertersFor(pathOfRecord);
  const html = convertLexicalToHTML({ data: body as never, converters, disableContainer: true });
  return sanitizeHtml(html, allowed);
}

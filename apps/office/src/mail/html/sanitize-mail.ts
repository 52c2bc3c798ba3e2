import sanitizeHtml, { type Attributes, type IOptions } from 'sanitize-html';
import { allowedAttributes, allowedTags, droppedWithContent } from './allowed-markup.ts';
import { filterSheet, filterStyleAttribute } from './css-filter.ts';
import { type Pictures, pictureAttributes } from './pictures.ts';
import { foldQuotes, isQuote, quoteTag } from './quotes.ts';
import { linkAttributes, showWhereLinksGo } from './safe-links.ts';
import { tidyMarkup } from './tidy-markup.ts';

export interface MailWords {
  showQuoted: string;
  /** Ends in the host: "goes to". */
  goesTo: string;
}

export interface SanitizeOptions extends Pictures {
  words: MailWords;
}

export interface SafeMail {
  body: string;
  css: string;
  /** Pictures elsewhere on the internet that the message asks for. */
  remotePictures: number;
  /** True when the message sets colours of its own: it then stays on white paper. */
  coloured: boolean;
  /** True when the message was too long to show whole. */
  cut: boolean;
}

export const maxHtml = 400_000;
/** Of styles that differ: each costs a parse. */
const maxStyles = 60_000;

/**
 * Foreign HTML made harmless: an allow-list of tags and attributes, CSS through a real parser, links and pictures
 * rewritten. The frame's sandbox and its CSP each stop a script on their own; nothing here relies on them.
 * Time grows with the length of the message and with nothing else (oversize.test.ts).
 */
export function sanitizeMail(html: string, options: SanitizeOptions): SafeMail {
  const tidy = tidyMarkup(html.slice(0, maxHtml).replaceAll('\0', ''));
  let remotePictures = 0;
  const styled = styleFilter();
  const clean = sanitizeHtml(tidy.html, {
    ...rules,
    transformTags: {
      '*': (tagName, attributes) => {
        const tag = isQuote(tagName, attributes) ? quoteTag : tagName;
        return { tagName: tag, attribs: styled(attributes) };
      },
      a: (_tag, attributes) => ({ tagName: 'a', attribs: linkAttributes(attributes) }),
      img: (_tag, attributes) => {
        const picture = pictureAttributes(attributes, options);
        if (picture.remote) remotePictures += 1;
        return { tagName: 'img', attribs: picture.attributes };
      },
    },
  });
  const css = tidy.sheets.map(filterSheet).join('');
  const body = showWhereLinksGo(foldQuotes(clean, options.words.showQuoted), options.words.goesTo);
  const cut = tidy.cut || html.length > maxHtml;
  return { body, css, remotePictures, coloured: hasColours(clean + css), cut };
}

const rules: IOptions = {
  allowedTags,
  allowedAttributes,
  nonTextTags: droppedWithContent,
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['http', 'https', 'data'] },
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  // Styles come out of our own filter below; sanitize-html's would parse them a second time.
  parseStyleAttributes: false,
  disallowedTagsMode: 'discard',
};

/** Mails repeat a handful of styles thousands of times: each is parsed once. */
function styleFilter(): (attributes: Attributes) => Attributes {
  const known = new Map<string, string>();
  let left = maxStyles;
  return ({ style, ...attributes }) => {
    if (style === undefined) return attributes;
    let kept = known.get(style);
    if (kept === undefined) {
      left -= style.length;
      kept = left >= 0 ? filterStyleAttribute(style) : '';
      known.set(style, kept);
    }
    return kept ? { ...attributes, style: kept } : attributes;
  };
}

const hasColours = (html: string): boolean => /\b(?:color|background|bgcolor)\b\s*[:=]/i.test(html);

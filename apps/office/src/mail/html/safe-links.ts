import type { Attributes } from 'sanitize-html';
import { escapeText } from './quotes.ts';

/** A link opens outside, tells nobody where it was found, and goes to the web or to a mail address, or nowhere. */
export function linkAttributes({ href, ...rest }: Attributes): Attributes {
  const target = href === undefined ? null : safeTarget(href);
  if (target === null) return rest;
  return { ...rest, href: target, title: target, target: '_blank', rel: 'noopener noreferrer nofollow' };
}

export function safeTarget(href: string): string | null {
  // Browsers drop tabs and line ends inside an address, and spaces around it.
  const plain = href.replace(/[\t\r\n]/g, '').trim();
  if (!/^(?:https?:\/\/|mailto:)/i.test(plain)) return null;
  try {
    const url = new URL(plain);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

const link = /(<a\b[^>]*\bhref="([^"]*)"[^>]*>)((?:(?!<\/?a\b)[\s\S]){1,2000}?)(<\/a>)/g;
const looksLikeAddress = /^(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[/?#:]\S*)?$/iu;

/** "nordbank.example" that leads to another host gets that host written beside it. */
export function showWhereLinksGo(html: string, goesTo: string): string {
  return html.replace(link, (whole, open: string, href: string, inside: string, close: string) => {
    const shown = looksLikeAddress.exec(
      inside
        .replace(/<[^>]*>/g, '')
        .replaceAll('&nbsp;', ' ')
        .trim(),
    )?.[1];
    const host = hostOf(href.replaceAll('&amp;', '&'));
    if (!shown || !host || isSameSite(shown, host)) return whole;
    return `${open}${inside}${close} <span class="k-where">(${escapeText(`${goesTo} ${host}`)})</span>`;
  });
}

function isSameSite(shown: string, host: string): boolean {
  const [one, other] = [hostOf(`http://${shown}`) ?? shown, host].map((name) => name.replace(/^www\./, ''));
  return one === other || host.endsWith(`.${one}`);
}

function hostOf(address: string): string | null {
  try {
    return new URL(address).host || null;
  } catch {
    return null;
  }
}

const followed = new Set(['http', 'https', 'mailto', 'tel']);
const own = /^\/wiki-data\/file\/([0-9a-z-]{1,64})$/;

/** Where a link may lead: the web, a mail, a telephone, or an address of our own. A browser skips blanks in a scheme, so do we. */
export function isSafeLink(href: string): boolean {
  const bare = href.replace(/[\p{Cc}\p{Zs}]/gu, '');
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(bare) ?? [];
  return scheme === undefined ? !bare.startsWith('\\') : followed.has(scheme.toLowerCase());
}

/** Where an attachment is fetched from: what a picture in a page points at. */
export const attachmentAddress = (id: string): string => `/wiki-data/file/${id}`;

/** The attachment that an address names, or null when it leads elsewhere. */
export const attachmentAt = (address: string): string | null => own.exec(address)?.[1] ?? null;

/** Where a page stands: the default language needs no prefix, the page "home" no name. */
export function pathOf(site: { defaultLocale: string }, locale: string, rest: string): string {
  const prefix = locale === site.defaultLocale ? '' : `/${locale}`;
  const tail = rest === 'home' ? '' : rest;
  return tail ? `${prefix}/${tail}` : prefix || '/';
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Who a route answers: anyone, whoever is signed in, the site by a signed call, or Payload's own rules. */
export type Opens = 'to anyone' | 'to the signed in' | 'to signed calls' | 'by payload';

/** Every route of the office, by its address. The suite fails for one that is not here. */
export const officeRoutes: Record<string, Opens> = {
  '/': 'to the signed in',
  '/health': 'to anyone',
  '/login': 'to anyone',
  '/logout': 'to anyone',
  '/setup': 'to anyone',
  '/you': 'to the signed in',
  '/devices': 'to the signed in',
  '/devices/new': 'to the signed in',
  '/devices/networks': 'to the signed in',
  '/mail/[[...place]]': 'to the signed in',
  '/mail-data/change': 'to the signed in',
  '/mail-data/conversation': 'to the signed in',
  '/mail-data/conversations': 'to the signed in',
  '/mail-data/frame/[message]': 'to the signed in',
  '/mail-data/letter': 'to the signed in',
  '/mail-data/letter/addresses': 'to the signed in',
  '/mail-data/letter/discard': 'to the signed in',
  '/mail-data/letter/file': 'to the signed in',
  '/mail-data/letter/file/remove': 'to the signed in',
  '/mail-data/letter/send': 'to the signed in',
  '/mail-data/letter/undo': 'to the signed in',
  '/mail-data/live': 'to the signed in',
  '/mail-data/mailboxes': 'to the signed in',
  '/mail-data/part/[message]/[part]': 'to the signed in',
  '/mail-data/source/[message]': 'to the signed in',
  '/search': 'to the signed in',
  '/search-data': 'to the signed in',
  '/wiki/[[...place]]': 'to the signed in',
  '/wiki-data/change': 'to the signed in',
  '/wiki-data/file/[attachment]': 'to the signed in',
  '/wiki-data/files/[page]': 'to the signed in',
  '/wiki-data/markdown/[page]': 'to the signed in',
  '/wiki-data/page/[page]': 'to the signed in',
  '/admin/[[...segments]]': 'by payload',
  '/api/[...slug]': 'by payload',
  '/internal/site/content': 'to signed calls',
  '/internal/site/inquiries': 'to signed calls',
  '/internal/site/media/[file]': 'to signed calls',
  '/[...missing]': 'to anyone',
};

const site = join(import.meta.dirname, '../../apps/site/src');

/**
 * Addresses of the site: what its source tells apart by name, and pages, which are the firm's own and all drawn by one
 * route. A new address that is told apart like the others is found here.
 */
export function siteAddresses(): string[] {
  const source = ['http/serve.ts', 'edition.ts', 'view.ts'].map((file) =>
    readFileSync(join(site, file), 'utf8'),
  );
  const named = [...source.join('\n').matchAll(/(?:pathname|rest)(?: === |\.startsWith\()'([^']+)'/g)];
  const addresses = named.map(([, name = '']) => (name.startsWith('/') ? name : `/${name}`));
  return [...new Set(['/', '/contact', '/ar/', ...addresses.map((one) => one.replace(/\/$/, '/x'))])];
}

const app = join(import.meta.dirname, '../../apps/office/app');

/** The addresses Next makes of the files there are: groups in brackets vanish, `route` and `page` answer. */
export function foundRoutes(): string[] {
  const files = readdirSync(app, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const answering = files.filter(({ name }) => /^(route|page)\.tsx?$/.test(name));
  const addresses = answering.map(({ parentPath }) => {
    const folders = relative(app, parentPath)
      .split('/')
      .filter((folder) => folder !== '' && !/^\(.*\)$/.test(folder));
    return `/${folders.join('/')}`;
  });
  return [...new Set(addresses)].sort();
}

/** An address one can ask for: `[file]` becomes a word, `[[...rest]]` nothing. */
export const askable = (route: string): string =>
  route.replace(/\/\[\[\.\.\.\w+\]\]/g, '').replace(/\[(\.\.\.)?\w+\]/g, 'nothing');

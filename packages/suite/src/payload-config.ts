import { collections as authCollections } from '@kontor/auth';
import { type Config, ensureSecret } from '@kontor/config';
import { locales } from '@kontor/core';
import { changesCollection, claimsCollection, databaseAdapter } from '@kontor/data';
import { collections as deliveryCollections } from '@kontor/delivery';
import { collections as inquiryCollections } from '@kontor/inquiries';
import { collections as mailCollections } from '@kontor/mailbox';
import { collections as peopleCollections, globals as peopleGlobals, readFirm } from '@kontor/people';
import { collections as tunnelsCollections } from '@kontor/tunnels';
import {
  collectionHooks,
  globalHooks,
  collections as websiteCollections,
  globals as websiteGlobals,
} from '@kontor/website';
import { collections as wikiCollections } from '@kontor/wiki';
import { lexicalEditor } from '@payloadcms/richtext-lexical';
import {
  buildConfig,
  type CollectionConfig,
  type GlobalConfig,
  type Config as PayloadConfig,
  type SanitizedConfig,
} from 'payload';
import sharp from 'sharp';
import { sayAdminWords } from './admin-words/say-admin-words.ts';
import { guardOwn } from './guard-own.ts';

/** What the site shows of people lives in a feature that does not know of the site: its changes are told here. */
const told = (collection: CollectionConfig): CollectionConfig => {
  if (collection.slug !== 'persons') return collection;
  const { hooks = {} } = collection;
  const { afterChange, afterDelete } = collectionHooks('persons');
  return {
    ...collection,
    hooks: {
      ...hooks,
      afterChange: [...(hooks.afterChange ?? []), ...afterChange],
      afterDelete: [...(hooks.afterDelete ?? []), ...afterDelete],
    },
  };
};

const toldGlobal = (global: GlobalConfig): GlobalConfig => {
  if (global.slug !== 'firm') return global;
  const { hooks = {} } = global;
  const afterChange = [...(hooks.afterChange ?? []), ...globalHooks('firm').afterChange];
  return { ...global, hooks: { ...hooks, afterChange } };
};

interface AdminOptions {
  importMapFile?: string;
  baseDir?: string;
  /** Payload's own words by language, where the admin is drawn; English is always there. */
  languages?: NonNullable<PayloadConfig['i18n']>['supportedLanguages'];
}

/** Every feature's collections in one Payload config: the only place that knows them all. */
export async function payloadConfig(config: Config, admin: AdminOptions = {}): Promise<SanitizedConfig> {
  const { importMapFile, baseDir, languages } = admin;
  const built = await buildConfig({
    secret: ensureSecret(config, 'payload').toString('hex'),
    serverURL: '',
    telemetry: false,
    ...(languages ? { i18n: { supportedLanguages: languages, fallbackLanguage: 'en' } } : {}),
    graphQL: { disable: true, disablePlaygroundInProduction: true },
    typescript: { autoGenerate: false },
    logger: { options: { level: 'warn' } },
    // The indexes of MongoDB are made by `migrate`.
    db: await databaseAdapter(config.database, { ensureIndexes: false }),
    // Payload sends no mail of its own; without an adapter it says so on stdout at each start.
    email: () => ({
      name: 'none',
      defaultFromAddress: 'nobody@localhost',
      defaultFromName: 'Kontor',
      sendEmail: () => Promise.reject(new Error('Payload sends no mail in Kontor')),
    }),
    editor: lexicalEditor(),
    sharp,
    localization: {
      locales: locales.map(({ code, label, rtl }) => ({ code, label, rtl })),
      defaultLocale: 'en',
      fallback: true,
      filterAvailableLocales: async ({ req, locales: all }) => {
        const firm = await readFirm(req.payload);
        return firm ? all.filter(({ code }) => firm.languages.includes(code)) : all;
      },
    },
    collections: [
      ...peopleCollections,
      ...websiteCollections(config.mediaDir),
      ...inquiryCollections,
      ...mailCollections,
      ...wikiCollections,
      ...deliveryCollections({ isSinkShown: config.outbound.kind === 'sink' }),
      ...tunnelsCollections,
      ...authCollections,
      changesCollection,
      claimsCollection,
    ].map(told),
    globals: [...websiteGlobals, ...peopleGlobals.map(toldGlobal)],
    admin: {
      user: 'persons',
      // Otherwise the admin asks Gravatar on each page.
      avatar: 'default',
      theme: 'all',
      meta: { titleSuffix: ' · Kontor' },
      components: {
        graphics: { Icon: '/src/admin/firm-mark.tsx#FirmMark', Logo: '/src/admin/firm-mark.tsx#FirmMark' },
        beforeNavLinks: ['/src/admin/office-link.tsx#OfficeLink'],
      },
      ...(importMapFile && baseDir ? { importMap: { autoGenerate: false, importMapFile, baseDir } } : {}),
    },
    upload: { limits: { fileSize: 25_000_000 } },
  });
  if (languages) sayAdminWords(built);
  return guardOwn(built);
}

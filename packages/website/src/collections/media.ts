import { collection, role, staff } from '@kontor/data';
import type { CollectionConfig } from 'payload';
import { collectionHooks } from '#publish-hook.ts';

const editors = role('admin', 'editor');
const webp = { format: 'webp', options: { quality: 78 } } as const;
const size = (width: number) => ({ name: `w${width}`, width, withoutEnlargement: true, formatOptions: webp });

/** Pictures of the site, kept in this folder; smaller copies are made once, at upload. */
export const mediaCollection = (mediaDir: string): CollectionConfig =>
  collection({
    slug: 'media',
    labels: { singular: 'Picture', plural: 'Pictures' },
    admin: { group: 'Website', useAsTitle: 'alt' },
    access: { read: staff, create: editors, update: editors, delete: editors },
    hooks: collectionHooks('media'),
    upload: {
      staticDir: mediaDir,
      // No SVG: it can hold scripts, and a picture that we re-encode cannot.
      mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
      imageSizes: [size(480), size(960), size(1600)],
      adminThumbnail: 'w480',
      focalPoint: true,
      pasteURL: false,
    },
    fields: [
      { name: 'alt', label: 'What it shows', type: 'text', localized: true, required: true, maxLength: 200 },
    ],
  });

import { collection, role, staff } from '@kontor/data';
import type { CollectionConfig, ImageSize } from 'payload';
import { prepareUpload } from '#collections/prepare-upload.ts';
import { collectionHooks } from '#publish-hook.ts';

const editors = role('admin', 'editor');
const webp = { format: 'webp', options: { quality: 78 } } as const;
// Effort 1 of 9: a third of the time for a few per cent of the bytes; an editor waits for it.
const avif = { format: 'avif', options: { quality: 52, effort: 1 } } as const;

const copies = [480, 960, 1600].flatMap((width): ImageSize[] => [
  { name: `w${width}`, width, withoutEnlargement: true, formatOptions: webp },
  { name: `a${width}`, width, withoutEnlargement: true, formatOptions: avif },
]);

/** What a shared link shows: the one shape and format that every reader of Open Graph takes. */
const share: ImageSize = {
  name: 'share',
  width: 1200,
  height: 630,
  withoutEnlargement: false,
  formatOptions: { format: 'jpeg', options: { quality: 80, mozjpeg: true } },
};

/** Pictures of the site, kept in this folder; smaller copies are made once, at upload. */
export const mediaCollection = (mediaDir: string): CollectionConfig =>
  collection({
    slug: 'media',
    labels: { singular: 'Picture', plural: 'Pictures' },
    admin: { group: 'Website', useAsTitle: 'alt' },
    access: { read: staff, create: editors, update: editors, delete: editors },
    hooks: { ...collectionHooks('media'), beforeOperation: [prepareUpload] },
    upload: {
      staticDir: mediaDir,
      mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
      imageSizes: [...copies, share],
      adminThumbnail: 'w480',
      focalPoint: true,
      // A crop would change the bytes behind a name, and the site keeps names for good.
      crop: false,
      pasteURL: false,
    },
    fields: [
      { name: 'alt', label: 'What it shows', type: 'text', localized: true, required: true, maxLength: 200 },
    ],
  });

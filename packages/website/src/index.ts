import { pagesCollection, postsCollection, servicesCollection } from './collections/content.ts';
import { mediaCollection } from './collections/media.ts';
import { navigationGlobal } from './collections/navigation.ts';

export { collectionHooks, globalHooks } from './publish-hook.ts';
export { contentForSite, type SiteContent } from './snapshot/content-for-site.ts';
export { publishedContent } from './snapshot/published-content.ts';
export { tellSite } from './tell-site.ts';

export const collections = (mediaDir: string) => [
  pagesCollection,
  postsCollection,
  servicesCollection,
  mediaCollection(mediaDir),
];
export const globals = [navigationGlobal];

import type { PageContent, Picture } from '@kontor/website/snapshot';
import type { View } from './view.ts';

/** The picture a shared link shows: the page's own, else the firm's sign, else what its first page begins with. */
export function leadingPicture({ body, firm, content }: View): Picture | null {
  const home = content.pages.find(({ slug }) => slug === 'home');
  return ownPicture(body) ?? firm.logo ?? (home ? firstPicture(home) : null);
}

function ownPicture(body: View['body']): Picture | null {
  if (body.kind === 'post') return body.post.image;
  if (body.kind === 'service') return body.service.image;
  return body.kind === 'page' ? firstPicture(body.page) : null;
}

function firstPicture({ blocks }: PageContent): Picture | null {
  for (const block of blocks) if ('image' in block && block.image) return block.image;
  return null;
}

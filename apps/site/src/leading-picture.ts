import type { Picture } from '@kontor/website/snapshot';
import type { View } from './view.ts';

/** The picture a shared link shows. */
export function leadingPicture({ body, firm }: View): Picture | null {
  if (body.kind === 'post') return body.post.image;
  if (body.kind === 'service') return body.service.image;
  if (body.kind !== 'page') return firm.logo;
  for (const block of body.page.blocks) if ('image' in block && block.image) return block.image;
  return firm.logo;
}

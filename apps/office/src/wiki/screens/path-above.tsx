import type { SpaceView, TreeNode } from '@kontor/wiki';
import Link from 'next/link';
import type { WikiReader } from '../server/wiki-reader.ts';
import { pageAddress, spaceAddress } from '../wiki-address.ts';
import styles from './page-shown.module.css';

interface Props {
  reader: WikiReader;
  space: SpaceView;
  tree: TreeNode[];
  page: string;
}

/** The space and the pages that a page hangs below. */
export function PathAbove({ reader, space, tree, page }: Props) {
  const above = pathIn(tree, page)?.slice(0, -1) ?? [];
  return (
    <nav aria-label={reader.say('wiki.path')} className={styles.path}>
      <ol>
        <li>
          <Link href={spaceAddress(space.slug)} prefetch={false}>
            <bdi>{space.name}</bdi>
          </Link>
        </li>
        {above.map((one) => (
          <li key={one.id}>
            <Link href={pageAddress(space.slug, one)} prefetch={false}>
              <bdi>{one.title}</bdi>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function pathIn(nodes: readonly TreeNode[], page: string): TreeNode[] | null {
  for (const node of nodes) {
    if (node.id === page) return [node];
    const below = pathIn(node.children, page);
    if (below) return [node, ...below];
  }
  return null;
}

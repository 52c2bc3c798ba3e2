import type { PageView, SpaceView } from '@kontor/wiki';
import { Download, Ellipsis, FilePlus2, History, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { FoldingMenu } from '../client/folding-menu.tsx';
import type { WikiReader } from '../server/wiki-reader.ts';
import { pageAddress } from '../wiki-address.ts';
import { DeedForm } from './deed-form.tsx';
import styles from './page-menu.module.css';

interface Props {
  reader: WikiReader;
  space: SpaceView;
  page: PageView;
  mayWrite: boolean;
}

/** What is done to a page less often than reading and editing it. */
export function PageMenu({ reader: { say }, space, page, mayWrite }: Props) {
  return (
    <FoldingMenu className={styles.menu}>
      <summary aria-label={say('do.more')} title={say('do.more')}>
        <Ellipsis size={20} aria-hidden />
      </summary>
      <div className={styles.sheet}>
        <Link href={pageAddress(space.slug, page, 'history')} prefetch={false}>
          <History size={16} aria-hidden />
          {say('do.history')}
        </Link>
        <a href={`/wiki-data/markdown/${page.id}?first=losses`}>
          <Download size={16} aria-hidden />
          {say('do.export')}
        </a>
        {mayWrite ? (
          <>
            <DeedForm deed="add" fields={{ space: space.id, parent: page.id }}>
              <button type="submit">
                <FilePlus2 size={16} aria-hidden />
                {say('do.new-below')}
              </button>
            </DeedForm>
            <DeedForm deed="trash" fields={{ page: page.id }}>
              <button type="submit">
                <Trash2 size={16} aria-hidden />
                {say('do.trash')}
              </button>
            </DeedForm>
          </>
        ) : null}
      </div>
    </FoldingMenu>
  );
}

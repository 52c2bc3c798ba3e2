import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { TreePane } from '../client/tree-pane.tsx';
import { spaceAddress } from '../wiki-address.ts';
import { EditView } from './edit-view.tsx';
import { HistoryView } from './history-view.tsx';
import { Notices } from './notices.tsx';
import { PageShown } from './page-shown.tsx';
import type { ScreenProps } from './screen-props.ts';
import { SettingsView } from './settings-view.tsx';
import { SpacesPane } from './spaces-pane.tsx';
import { TrashView } from './trash-view.tsx';
import styles from './wiki-screen.module.css';

/** Two panes, the tree and what is open; where the screen is narrow one at a time, the tree first. */
export function WikiScreen(props: ScreenProps) {
  const { reader, loaded } = props;
  const { space, tree, page, what } = loaded;
  const { say, language } = reader;
  const isList = what === 'spaces' || what === 'space';
  return (
    <div className={styles.screen} data-pane={isList ? 'tree' : 'page'}>
      {space ? (
        <TreePane
          key={space.id}
          language={language}
          space={space}
          tree={tree}
          current={page?.id ?? null}
          isSpace={what === 'space'}
        />
      ) : (
        <SpacesPane {...props} />
      )}
      <div className={styles.content} data-part="page">
        {isList ? null : (
          <Link className={styles.back} href={space ? spaceAddress(space.slug) : '/wiki'}>
            <ArrowLeft size={16} aria-hidden />
            {say('do.back-to-pages')}
          </Link>
        )}
        <Notices {...props} />
        <Inside {...props} />
      </div>
    </div>
  );
}

function Inside(props: ScreenProps) {
  const { say } = props.reader;
  switch (props.loaded.what) {
    case 'page':
      return <PageShown {...props} />;
    case 'edit':
      return <EditView {...props} />;
    case 'history':
      return <HistoryView {...props} />;
    case 'trash':
      return <TrashView {...props} />;
    case 'settings':
      return <SettingsView {...props} />;
    case 'shut':
      return (
        <div className={styles.empty}>
          <h1>{say('shut.title')}</h1>
          <p>{say('shut.hint')}</p>
        </div>
      );
    default:
      return <p className={styles.empty}>{say('empty.choose')}</p>;
  }
}

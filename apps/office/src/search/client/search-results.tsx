'use client';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import heard from '#frame/heard.module.css';
import { type GroupView, searchPath } from '../search-view.ts';
import type { SearchSpeak } from '../texts/speak.ts';
import { HitLines } from './hit-lines.tsx';
import styles from './search-box.module.css';
import { type SearchState, viewOf } from './use-search.ts';

interface Props {
  state: SearchState;
  again(): void;
  say: SearchSpeak;
  onGo(): void;
}

/** What stands under the box: results, or why there are none. How many there are is announced. */
export function SearchResults({ state, again, say, onGo }: Props) {
  const view = viewOf(state);
  const isLoading = state.is === 'loading';
  return (
    <div className={styles.results} aria-busy={isLoading}>
      <p role="status" className={heard.heard}>
        {state.is === 'found' ? announced(state.view, say) : ''}
      </p>
      {view?.without ? <p className={styles.without}>{say(`without.${view.without}`)}</p> : null}
      {isLoading && !view ? <Skeleton label={say('working')} /> : null}
      {state.is === 'empty' ? <p className={styles.quiet}>{say('hint')}</p> : null}
      {state.is === 'offline' ? <p className={styles.quiet}>{say('offline')}</p> : null}
      {state.is === 'failed' ? (
        <div className={styles.failed} role="alert">
          <p>
            <strong>{state.title || say('failed')}</strong> {state.hint || say('failed-hint')}
          </p>
          <button type="button" onClick={again}>
            {say('again')}
          </button>
        </div>
      ) : null}
      {view && view.count === 0 ? (
        <p className={styles.quiet}>
          <bdi>{say('nothing', { query: view.query })}</bdi> {say('nothing-hint')}
        </p>
      ) : null}
      <ListBox
        aria-label={say('title')}
        className={styles.list ?? ''}
        items={view?.groups ?? []}
        selectionMode="none"
        data-empty={!view || view.count === 0 || undefined}
      >
        {(group) => <Group group={group} say={say} />}
      </ListBox>
      {view && view.count > 0 ? (
        <p className={styles.foot}>
          <a href={searchPath(view.query)} onClick={onGo}>
            {say('all')}
          </a>
          <kbd>Enter</kbd>
          <span className={styles.count}>{say.found(view.count, view.more)}</span>
        </p>
      ) : null}
    </div>
  );
}

const announced = (
  { query, count, more }: { query: string; count: number; more: boolean },
  say: SearchSpeak,
) => (count > 0 ? say.found(count, more) : say('nothing', { query }));

function Group({ group, say }: { group: GroupView; say: SearchSpeak }) {
  return (
    <ListBoxSection id={group.kind} className={styles.group ?? ''}>
      <Header className={styles.kind}>
        {say(`kind.${group.kind}`)} <span>{say.found(group.count, group.more)}</span>
      </Header>
      <Collection items={group.hits}>
        {(hit) => (
          <ListBoxItem
            id={hit.key}
            href={hit.href}
            textValue={hit.title.map(({ text }) => text).join('') || say('no-title')}
            className={styles.hit ?? ''}
          >
            <HitLines hit={hit} noTitle={say('no-title')} />
          </ListBoxItem>
        )}
      </Collection>
    </ListBoxSection>
  );
}

/** Rows without words, once waiting has become noticeable. */
const Skeleton = ({ label }: { label: string }) => (
  <div className={styles.skeleton}>
    <span className={heard.heard}>{label}</span>
    {['one', 'two', 'three'].map((row) => (
      <span key={row} className={styles.ghost} aria-hidden="true" />
    ))}
  </div>
);

import type { SearchKind } from '@kontor/search';
import { HitLines } from './client/hit-lines.tsx';
import styles from './search-page.module.css';
import { type GroupView, type SearchView, searchPath } from './search-view.ts';
import { speakSearch } from './texts/speak.ts';

interface Props {
  view: SearchView;
  kind: SearchKind | undefined;
  language: string;
}

/** All results at one address; it works before the script arrives, and without. */
export function SearchPage({ view, kind, language }: Props) {
  const say = speakSearch(language);
  const { query, without, count, more, groups } = view;
  return (
    <div className={styles.page}>
      <h1>{say('title')}</h1>
      <form action="/search" method="get" className={styles.form}>
        <input
          type="search"
          name="q"
          defaultValue={query}
          key={query}
          aria-label={say('field')}
          placeholder={say('field')}
          dir="auto"
          maxLength={200}
          autoComplete="off"
        />
        {kind ? <input type="hidden" name="kind" value={kind} /> : null}
        <button type="submit">{say('send')}</button>
      </form>
      {without ? <p className={styles.without}>{say(`without.${without}`)}</p> : null}
      <p role="status" className={styles.status}>
        {query === '' ? say('hint') : count > 0 ? say.found(count, more) : say('nothing', { query })}
        {kind ? (
          <a href={searchPath(query)} className={styles.every}>
            {say('every-kind')}
          </a>
        ) : null}
      </p>
      {query !== '' && count === 0 ? <p className={styles.hint}>{say('nothing-hint')}</p> : null}
      {groups.map((group) => (
        <Group key={group.kind} group={group} say={say} />
      ))}
    </div>
  );
}

function Group({ group, say }: { group: GroupView; say: ReturnType<typeof speakSearch> }) {
  const { kind, hits, count, more, all } = group;
  const name = say(`kind.${kind}`);
  return (
    <section className={styles.group} aria-labelledby={`found-${kind}`}>
      <h2 id={`found-${kind}`}>
        {name} <span className={styles.count}>{say.found(count, more)}</span>
      </h2>
      <ul>
        {hits.map((hit) => (
          <li key={hit.key}>
            <a href={hit.href} className={styles.hit}>
              <HitLines hit={hit} noTitle={say('no-title')} />
            </a>
          </li>
        ))}
      </ul>
      {all ? (
        <a href={all} className={styles.all}>
          {say('all-of-kind', { kind: name })}
        </a>
      ) : null}
    </section>
  );
}

import { type Comparison, compareVersions, listVersions, type Part } from '@kontor/wiki';
import Link from 'next/link';
import { exactDate } from '#dates/dates.ts';
import heard from '#frame/heard.module.css';
import { personNames } from '../server/names.ts';
import type { Speak } from '../texts/speak.ts';
import { pageAddress } from '../wiki-address.ts';
import { DeedForm } from './deed-form.tsx';
import styles from './history-view.module.css';
import type { ScreenProps } from './screen-props.ts';

/** Who saved what when, and what one of the versions changed, in words. */
export async function HistoryView({ reader, loaded, asked }: ScreenProps) {
  const { office, caller, say, language, person } = reader;
  const { page, space } = loaded;
  if (!page || !space) return null;
  const before = asked.before === undefined ? {} : { before: asked.before };
  const { versions, more } = await listVersions.perform(office, { page: page.id, ...before }, caller);
  const shown = asked.to ?? page.newest;
  const from = asked.from ?? shown - 1;
  const other = asked.aside ? { aside: asked.aside } : { to: shown };
  const [compared, names] = await Promise.all([
    compareVersions.perform(office, { page: page.id, from, ...other }, caller).catch(() => null),
    personNames(
      office,
      versions.map(({ author }) => author),
    ),
  ]);
  const here = pageAddress(space.slug, page, 'history');
  const moment = { language, timeZone: person.timeZone, now: office.clock.now() };
  const mayWrite = space.may !== 'read' && page.trashedAt === null;
  const last = versions.at(-1);
  return (
    <div className={styles.history}>
      <h1 dir="auto">{say('history.title', { title: page.title })}</h1>
      <p>
        <Link href={pageAddress(space.slug, page)}>{say('do.back-to-page')}</Link>
      </p>
      <div className={styles.both}>
        <section aria-label={say('history.versions')} className={styles.versions}>
          <h2>{say('history.versions')}</h2>
          <ol reversed>
            {versions.map(({ number, author, at, restores }) => (
              <li key={number}>
                <Link
                  href={`${here}?from=${number - 1}&to=${number}`}
                  aria-current={!asked.aside && number === shown ? 'true' : undefined}
                  prefetch={false}
                >
                  <span className={styles.number}>
                    {say('history.version', { number })}
                    {number === page.newest ? ` (${say('history.newest')})` : ''}
                  </span>
                  <bdi>{names.get(author ?? '') ?? say('page.somebody')}</bdi>
                  <span className={styles.when}>{exactDate(new Date(at).toISOString(), moment)}</span>
                  {restores ? <span>{say('history.restores', { number: restores })}</span> : null}
                </Link>
              </li>
            ))}
          </ol>
          {more && last ? (
            <Link href={`${here}?before=${last.number}`} prefetch={false}>
              {say('do.older-versions')}
            </Link>
          ) : null}
        </section>
        <section aria-label={say('history.changes')} className={styles.changes}>
          <h2>{say('history.changes')}</h2>
          {compared ? <Changes {...{ compared, say }} /> : <p>{say('shut.title')}</p>}
          {asked.aside || shown === page.newest ? null : (
            <div className={styles.deeds}>
              <Link href={`${pageAddress(space.slug, page)}?version=${shown}`} prefetch={false}>
                {say('do.show')}
              </Link>
              {mayWrite ? (
                <DeedForm
                  deed="restore-version"
                  fields={{ page: page.id, version: shown, base: page.newest }}
                >
                  <button type="submit">{say('do.restore')}</button>
                </DeedForm>
              ) : null}
            </div>
          )}
        </section>
      </div>
    </div>
  );
}

function Changes({ compared, say }: { compared: Comparison; say: Speak }) {
  const { from, to, title, text, onlySet } = compared;
  const isSame = [...title, ...text].every(({ kind }) => kind === 'same');
  return (
    <>
      <p className={styles.between}>
        {to === null
          ? say('history.aside', { from })
          : from === 0
            ? say('history.first')
            : say('history.between', { from, to })}
      </p>
      {onlySet ? <p>{say('history.only-set')}</p> : null}
      {isSame && !onlySet ? <p>{say('history.same')}</p> : null}
      <div className={styles.words}>
        <p className={styles.title} dir="auto">
          <Parts parts={title} say={say} />
        </p>
        <div dir="auto">
          <Parts parts={text} say={say} />
        </div>
      </div>
    </>
  );
}

function Parts({ parts, say }: { parts: Part[]; say: Speak }) {
  return parts.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    const Tag = kind === 'added' ? 'ins' : 'del';
    return (
      <Tag key={key}>
        <span className={heard.heard}>{say(`history.${kind}`)}: </span>
        {text}
      </Tag>
    );
  });
}

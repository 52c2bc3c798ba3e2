import { listTrash } from '@kontor/wiki';
import Link from 'next/link';
import { shortDate } from '#dates/dates.ts';
import { pageAddress } from '../wiki-address.ts';
import { DeedForm } from './deed-form.tsx';
import type { ScreenProps } from './screen-props.ts';
import styles from './trash-view.module.css';

/** What was put into the trash of a space. Only deleting for good is asked about. */
export async function TrashView({ reader, loaded }: ScreenProps) {
  const { office, caller, say, language, person } = reader;
  const { space } = loaded;
  if (!space) return null;
  const pages = await listTrash.perform(office, { space: space.id }, caller);
  const moment = { language, timeZone: person.timeZone, now: office.clock.now() };
  return (
    <div className={styles.trash}>
      <h1 dir="auto">{say('trash.title', { space: space.name })}</h1>
      {pages.length === 0 ? <p className={styles.empty}>{say('empty.trash')}</p> : null}
      <ul>
        {pages.map((page) => (
          <li key={page.id}>
            <div className={styles.what}>
              <Link href={pageAddress(space.slug, page)} prefetch={false}>
                <bdi>{page.title}</bdi>
              </Link>
              <span className={styles.when}>
                {say('trash.when', { when: shortDate(new Date(page.trashedAt).toISOString(), moment) })}
                {page.below > 0 ? `, ${say.counted('trash.below', page.below)}` : ''}
              </span>
            </div>
            <DeedForm deed="restore" fields={{ page: page.id }}>
              <button type="submit">{say('do.restore')}</button>
            </DeedForm>
            {space.may === 'manage' ? (
              <details>
                <summary>{say('do.delete')}</summary>
                <DeedForm deed="delete" fields={{ page: page.id }}>
                  <p>{say('ask.delete')}</p>
                  <button type="submit" className={styles.danger}>
                    {say('do.delete')}
                  </button>
                </DeedForm>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

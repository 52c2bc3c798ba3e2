import { BookOpen, Plus } from 'lucide-react';
import Link from 'next/link';
import formStyles from '#form/form.module.css';
import { spaceAddress } from '../wiki-address.ts';
import { DeedForm } from './deed-form.tsx';
import type { ScreenProps } from './screen-props.ts';
import styles from './spaces-pane.module.css';

/** All spaces a person may read; admins open new ones here. */
export function SpacesPane({ reader, loaded, asked }: ScreenProps) {
  const { say, person } = reader;
  const { spaces } = loaded;
  const isAdmin = person.role === 'admin';
  return (
    <nav className={styles.pane} data-part="tree" aria-label={say('wiki.spaces')}>
      <h1>{say('wiki.title')}</h1>
      {spaces.length === 0 ? (
        <p className={styles.empty}>{say(isAdmin ? 'empty.spaces-admin' : 'empty.spaces')}</p>
      ) : null}
      <ul className={styles.spaces}>
        {spaces.map(({ id, name, slug, about }) => (
          <li key={id}>
            <Link href={spaceAddress(slug)} className={styles.space}>
              <BookOpen size={20} aria-hidden />
              <span>
                <span className={styles.name} dir="auto">
                  {name}
                </span>
                {about ? (
                  <span className={styles.about} dir="auto">
                    {about}
                  </span>
                ) : null}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {isAdmin ? (
        <details className={styles.add} open={asked.wantsNewSpace || spaces.length === 0}>
          <summary>
            <Plus size={16} aria-hidden />
            {say('do.new-space')}
          </summary>
          <DeedForm deed="add-space" className={formStyles.form}>
            <label className={formStyles.field}>
              {say('settings.name')}
              <input className={formStyles.control} name="name" required maxLength={80} dir="auto" />
            </label>
            <label className={formStyles.field}>
              {say('settings.about')}
              <input className={formStyles.control} name="about" maxLength={300} dir="auto" />
            </label>
            <button type="submit" className={formStyles.send}>
              {say('do.open-space')}
            </button>
          </DeedForm>
        </details>
      ) : null}
    </nav>
  );
}

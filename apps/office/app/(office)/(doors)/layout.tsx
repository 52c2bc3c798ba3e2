import type { ReactNode } from 'react';
import { mayOpenAdmin } from '#admin/may-open-admin.ts';
import { firmHere } from '#firm-look.ts';
import { DoorKeys } from '#frame/door-keys.tsx';
import { DoorRail } from '#frame/door-rail.tsx';
import styles from '#frame/frame.module.css';
import { languageHere } from '#language.ts';
import { personHere } from '#session.ts';
import { textsIn } from '#texts/texts.ts';

/** The frame around every room of the office. Each page asks for its person itself: a layout is not drawn each time. */
export default async function DoorsLayout({ children }: { children: ReactNode }) {
  const person = await personHere();
  if (!person) return children;
  const language = await languageHere();
  const words = textsIn(language);
  const firm = await firmHere(language);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {words.skip}
      </a>
      <DoorKeys />
      <DoorRail
        words={words}
        language={language}
        firm={firm?.name ?? ''}
        person={person.name}
        editsSite={mayOpenAdmin(person)}
      />
      <main id="content" className={styles.room} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

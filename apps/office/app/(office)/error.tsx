'use client';
import styles from '#form/form.module.css';
import { Entrance } from '#frame/entrance.tsx';
import { textsIn } from '#texts/texts.ts';

/** What a screen shows when something of ours broke; the words follow the page's language. */
export default function OfficeError({ reset }: { reset: () => void }) {
  const language = typeof document === 'undefined' ? 'en' : document.documentElement.lang;
  const { broken } = textsIn(language);
  return (
    <Entrance firm={null} title={broken.title}>
      <p>{broken.hint}</p>
      <button type="button" className={styles.send} onClick={reset}>
        {broken.again}
      </button>
    </Entrance>
  );
}

import { ArrowLeft } from 'lucide-react';
import { firmHere } from '#firm-look.ts';
import { languageHere } from '#language.ts';
import { textsIn } from '#texts/texts.ts';
import styles from './admin.module.css';

/** The way from the admin back into the office. */
export async function OfficeLink() {
  const language = await languageHere();
  const firm = await firmHere(language);
  return (
    <div className={styles.top}>
      <p className={styles.firm} dir="auto">
        {firm?.name}
      </p>
      <a className={styles.back} href="/mail">
        <ArrowLeft size={16} aria-hidden />
        {textsIn(language).back}
      </a>
    </div>
  );
}

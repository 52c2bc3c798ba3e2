import { firmHere } from '#firm-look.ts';
import { languageHere } from '#language.ts';
import styles from './admin.module.css';

/** The firm's initial, where Payload would show its own sign. */
export async function FirmMark() {
  const firm = await firmHere(await languageHere());
  return (
    <span className={styles.mark} title={firm?.name}>
      {[...(firm?.name ?? 'K')][0]}
    </span>
  );
}

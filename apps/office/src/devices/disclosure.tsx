import type { ReactNode } from 'react';
import styles from './devices.module.css';

/** What opens where it stands, without script too. `about` tells screen readers which of many alike it is. */
export function Disclosure({
  label,
  about,
  children,
}: {
  label: string;
  about: string;
  children: ReactNode;
}) {
  return (
    <details className={styles.deed}>
      <summary aria-label={`${label}: ${about}`}>{label}</summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}

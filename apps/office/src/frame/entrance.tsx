import type { ReactNode } from 'react';
import styles from './entrance.module.css';

interface EntranceProps {
  firm: string | null;
  title: string;
  lead?: string;
  children: ReactNode;
}

/** The one column before the doors: sign-in and set-up. */
export function Entrance({ firm, title, lead, children }: EntranceProps) {
  return (
    <main className={styles.entrance}>
      {firm ? (
        <p className={styles.firm} dir="auto">
          {firm}
        </p>
      ) : null}
      <h1>{title}</h1>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
      <div className={styles.content}>{children}</div>
    </main>
  );
}

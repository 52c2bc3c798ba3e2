'use client';
import type { ReactNode } from 'react';
import styles from './plain-button.module.css';

/** A button with an edge: what can be done here besides the one thing that is to be done. */
export function PlainButton({ onClick, children }: { onClick(): void; children: ReactNode }) {
  return (
    <button type="button" className={styles.plain} onClick={onClick}>
      {children}
    </button>
  );
}

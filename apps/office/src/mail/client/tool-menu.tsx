'use client';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './conversation-tools.module.css';

interface Props {
  id: string;
  label: string;
  icon: ReactNode;
  children: (close: () => void) => ReactNode;
}

/** A small sheet under a tool. It opens without a script; Escape and a click elsewhere close it with one. */
export function ToolMenu({ id, label, icon, children }: Props) {
  const ref = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (!ref.current?.open) return;
    ref.current.open = false;
    ref.current.querySelector('summary')?.focus();
  };
  useEffect(() => {
    const elsewhere = (event: Event) => {
      const menu = ref.current;
      if (menu?.open && !menu.contains(event.target as Node)) menu.open = false;
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    window.addEventListener('blur', elsewhere);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
      window.removeEventListener('blur', elsewhere);
    };
  }, []);
  return (
    <details
      ref={ref}
      className={styles.menu}
      data-menu={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !ref.current?.open) return;
        // React listens on the document, as the screen's keys do: this is how they know that it was heard.
        event.preventDefault();
        close();
      }}
    >
      <summary aria-label={label} title={label}>
        {icon}
      </summary>
      <div className={styles.sheet}>{children(close)}</div>
    </details>
  );
}

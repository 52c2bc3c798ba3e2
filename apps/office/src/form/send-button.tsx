'use client';
import { useFormStatus } from 'react-dom';
import styles from './form.module.css';

/** Sends the form once; a second press while it is on its way does nothing. */
export function SendButton({ children, working }: { children: string; working: string }) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={styles.send}
      aria-disabled={pending}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {pending ? working : children}
    </button>
  );
}

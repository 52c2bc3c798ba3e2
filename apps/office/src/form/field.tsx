import type { ReactNode } from 'react';
import styles from './form.module.css';

interface FieldProps {
  name: string;
  /** Where several forms on a page have a field of that name. */
  at?: string;
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  /** What belongs to the control and is read after its hint. */
  after?: ReactNode;
  children(ids: {
    id: string;
    name: string;
    'aria-describedby'?: string;
    'aria-invalid'?: true;
    className: string | undefined;
  }): ReactNode;
}

/** A label, its control, a hint and what is wrong with it, tied together for screen readers. */
export function Field({ name, at, label, hint, problem, after, children }: FieldProps) {
  const id = at ? `field-${at}-${name}` : `field-${name}`;
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        name,
        className: styles.control,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(problem ? { 'aria-invalid': true as const } : {}),
      })}
      {problem ? (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {after}
    </div>
  );
}

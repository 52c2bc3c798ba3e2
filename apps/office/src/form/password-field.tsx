'use client';
import { useState } from 'react';
import { Field } from './field.tsx';
import styles from './form.module.css';

interface PasswordFieldProps {
  name: string;
  label: string;
  show: string;
  autoComplete: 'current-password' | 'new-password';
  hint?: string | undefined;
  problem?: string | undefined;
}

export function PasswordField({ name, label, show, autoComplete, hint, problem }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const showIt = (
    <label className={styles.check}>
      <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} />
      {show}
    </label>
  );
  return (
    <Field name={name} label={label} hint={hint} problem={problem} after={showIt}>
      {(ids) => (
        <input
          {...ids}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          required
          maxLength={256}
          dir="ltr"
        />
      )}
    </Field>
  );
}

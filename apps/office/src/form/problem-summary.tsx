'use client';
import { useEffect, useRef } from 'react';
import styles from './form.module.css';
import type { FormState } from './form-state.ts';

/** What went wrong, above the form, with a link to each field named; takes the focus when it comes. */
export function ProblemSummary({ state, labels }: { state: FormState; labels: Record<string, string> }) {
  const box = useRef<HTMLDivElement>(null);
  const { problem, answer } = state;
  useEffect(() => {
    if (answer > 0) box.current?.focus();
  }, [answer]);
  if (!problem) return null;
  const fields = Object.entries(problem.fields).map(
    ([path, why]) => [path.split('.')[0] ?? path, why] as const,
  );
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <p className={styles.summaryTitle}>{problem.title}</p>
      {fields.length === 0 ? <p>{problem.hint}</p> : null}
      {fields.length > 0 ? (
        <ul>
          {fields.map(([name, why]) => (
            <li key={name}>
              <a href={`#field-${name}`}>{labels[name] ?? name}</a>: {why}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

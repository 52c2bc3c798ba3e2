import styles from './tree-pane.module.css';

/** What could not be done, and what to do about it. */
export function ProblemBox({ problems }: { problems: readonly { title: string; hint: string }[] }) {
  if (problems.length === 0) return null;
  return (
    <div className={styles.problem} role="alert">
      {problems.map(({ title, hint }) => (
        <div key={title}>
          <p>{title}</p>
          <p>{hint}</p>
        </div>
      ))}
    </div>
  );
}

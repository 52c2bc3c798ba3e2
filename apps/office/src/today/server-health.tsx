import { relativeTime } from '#dates/relative-time.ts';
import { fill } from '#texts/speak.ts';
import type { Health } from './health.ts';
import { sayFinding } from './say-finding.ts';
import styles from './today.module.css';
import type { TodayWords } from './words/en.ts';

/** What is wrong with the server, for those who can have it mended. */
export function ServerHealth({
  health,
  words,
  moment,
}: {
  health: Health;
  words: TodayWords;
  moment: { now: number; language: string };
}) {
  const { at, wrong } = health;
  return (
    <>
      <ul className={styles.rows}>
        {wrong.map((one) => {
          const { title, hint, isEnglish } = sayFinding(one, moment.language);
          return (
            <li key={one.says} className={styles.wrong} {...(isEnglish ? { lang: 'en', dir: 'ltr' } : {})}>
              <strong>{title}</strong> {hint}
            </li>
          );
        })}
      </ul>
      <p className={styles.quiet}>
        {at !== null && wrong.length === 0 ? `${words.healthy} ` : ''}
        {at === null
          ? words.notLookedAt
          : fill(words.lookedAt, { when: relativeTime(at, moment.now, moment.language) })}
      </p>
    </>
  );
}

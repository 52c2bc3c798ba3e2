import { shortDate } from '#dates/dates.ts';
import { fill } from '#texts/speak.ts';
import styles from './today.module.css';
import type { NewMail } from './today-data.ts';
import type { TodayWords } from './words/en.ts';

interface NewMailListProps {
  mail: NewMail[];
  words: TodayWords;
  moment: { now: number; language: string; timeZone: string };
}

/** What is unread in each mailbox, the newest of it by name. */
export function NewMailList({ mail, words, moment }: NewMailListProps) {
  if (mail.length === 0) return <p className={styles.quiet}>{words.noMail}</p>;
  const figures = new Intl.NumberFormat(moment.language);
  return mail.map(({ mailbox, unread, path, rows }) => (
    <section key={mailbox.address} className={styles.box}>
      <h3>
        <a href={path}>
          {fill(words.unread, { count: figures.format(unread), mailbox: `\u2068${mailbox.address}\u2069` })}
        </a>
      </h3>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.thread}>
            <a href={row.path} className={styles.row}>
              <bdi className={styles.from}>
                {row.participants.map(({ name, address }) => name || address).join(', ')}
              </bdi>
              <time dateTime={row.date} className={styles.quiet}>
                {shortDate(row.date, moment)}
              </time>
              <span className={styles.subject} dir="auto">
                {row.subject || words.noSubject}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  ));
}

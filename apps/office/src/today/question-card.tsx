'use client';
import { TriangleAlert } from 'lucide-react';
import { exactDate } from '#dates/dates.ts';
import { relativeTime } from '#dates/relative-time.ts';
import { fill } from '#texts/speak.ts';
import styles from './today.module.css';
import type { Question } from './today-data.ts';
import type { TodayWords } from './words/en.ts';

interface QuestionCardProps {
  question: Question;
  words: TodayWords;
  send: (form: FormData) => void;
  colleagues: { id: string; name: string }[];
  me: string;
  now: number;
  language: string;
  timeZone: string;
}

export function QuestionCard({ question, words, send, colleagues, me, ...moment }: QuestionCardProps) {
  const { id, name, begins, owner, isOverdue, receivedAt, dueAt, path } = question;
  const isMine = owner?.id === me;
  const titleId = `question-${id}`;
  return (
    <li className={styles.card} data-overdue={isOverdue || undefined} aria-labelledby={titleId}>
      <div className={styles.cardHead}>
        <h3 id={titleId} dir="auto">
          {path ? <a href={path}>{name}</a> : name}
        </h3>
        {isOverdue ? (
          <strong className={styles.overdue}>
            <TriangleAlert size={16} aria-hidden="true" />
            {words.overdue}
          </strong>
        ) : null}
        <When words={words.asked} at={receivedAt} moment={moment} />
        {isOverdue ? null : <When words={words.due} at={dueAt} moment={moment} />}
      </div>
      <p className={styles.begins} dir="auto">
        {begins}
      </p>
      <p className={styles.owner}>{ownerLine(question, words, isMine)}</p>
      <form action={send} className={styles.deeds}>
        <input type="hidden" name="inquiry" value={id} />
        {path ? (
          <a href={path} className={styles.main}>
            {words.answer}
          </a>
        ) : null}
        {isMine ? null : (
          <button type="submit" name="deed" value="take" className={styles.button}>
            {owner ? words.takeOver : words.take}
          </button>
        )}
        <button type="submit" name="deed" value="close" className={styles.button}>
          {words.close}
        </button>
      </form>
      {colleagues.length > 0 ? (
        <details className={styles.give}>
          <summary>{words.handOver}</summary>
          <form action={send} className={styles.deeds}>
            <input type="hidden" name="inquiry" value={id} />
            <label>
              {words.handOverTo}{' '}
              <select name="to" className={styles.select}>
                {colleagues.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" name="deed" value="give" className={styles.button}>
              {words.handOver}
            </button>
          </form>
        </details>
      ) : null}
    </li>
  );
}

function ownerLine({ owner }: Question, words: TodayWords, isMine: boolean): string {
  if (!owner) return words.nobodys;
  if (isMine) return words.yours;
  return fill(owner.isAway ? words.theirsAway : words.theirs, { name: `\u2068${owner.name}\u2069` });
}

interface WhenProps {
  words: string;
  at: number;
  moment: { now: number; language: string; timeZone: string };
}

function When({ words, at, moment }: WhenProps) {
  const iso = new Date(at).toISOString();
  return (
    <time dateTime={iso} title={exactDate(iso, moment)} className={styles.quiet}>
      {fill(words, { when: relativeTime(at, moment.now, moment.language) })}
    </time>
  );
}

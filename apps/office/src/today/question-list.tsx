'use client';
import { useActionState, useEffect, useRef } from 'react';
import { untouched } from '#form/form-state.ts';
import { fill } from '#texts/speak.ts';
import { QuestionCard } from './question-card.tsx';
import { seeToHere } from './see-to-here.ts';
import styles from './today.module.css';
import type { Question, TodayData } from './today-data.ts';
import type { TodayWords } from './words/en.ts';

export interface QuestionListProps {
  words: TodayWords;
  data: Pick<TodayData, 'questions' | 'totalQuestions' | 'colleagues' | 'now'>;
  me: string;
  language: string;
  timeZone: string;
}

/** The questions that wait, and what can be done to each; plain forms before the script is there. */
export function QuestionList({ words, data, ...reader }: QuestionListProps) {
  const [state, send] = useActionState(seeToHere, untouched);
  const said = useRef<HTMLDivElement>(null);
  const { problem, answer } = state;
  useEffect(() => {
    if (answer > 0) said.current?.focus();
  }, [answer]);
  const [closed] = state.values['closed'] ?? [];
  const { questions, totalQuestions } = data;
  return (
    <>
      <div ref={said} tabIndex={-1} role="status" className={styles.said}>
        {problem ? (
          <p className={styles.problem}>
            {words.notDone} {problem.title} {problem.hint}
          </p>
        ) : null}
        {closed ? (
          <form action={send} className={styles.undo}>
            <input type="hidden" name="inquiry" value={closed} />
            {words.closed}{' '}
            <button type="submit" name="deed" value="reopen" className={styles.button}>
              {words.undo}
            </button>
          </form>
        ) : null}
      </div>
      {questions.length === 0 ? <p className={styles.quiet}>{words.noQuestions}</p> : null}
      <ul className={styles.cards}>
        {questions.map((question: Question) => (
          <QuestionCard
            key={question.id}
            question={question}
            words={words}
            send={send}
            colleagues={data.colleagues}
            now={data.now}
            {...reader}
          />
        ))}
      </ul>
      {totalQuestions > questions.length ? (
        <p className={styles.quiet}>
          {fill(words.moreQuestions, {
            count: new Intl.NumberFormat(reader.language).format(totalQuestions),
          })}
        </p>
      ) : null}
    </>
  );
}

'use client';
import { useActionState } from 'react';
import { Field } from '#form/field.tsx';
import styles from '#form/form.module.css';
import { untouched } from '#form/form-state.ts';
import { ProblemSummary } from '#form/problem-summary.tsx';
import { SendButton } from '#form/send-button.tsx';
import type { OfficeTexts } from '#texts/en.ts';
import { changeSettingsHere } from './change-here.ts';

interface SettingsFormProps {
  words: OfficeTexts;
  language: string;
  languages: { code: string; label: string }[];
  timeZone: string;
  zones: string[];
  /** First and last day of leave, "2026-11-24"; "" for none. */
  awayFrom: string;
  awayUntil: string;
}

export function SettingsForm({ words, language, languages, timeZone, zones, ...away }: SettingsFormProps) {
  const [state, send] = useActionState(changeSettingsHere, untouched);
  const { you } = words;
  const problems = state.problem?.fields ?? {};
  return (
    <form action={send} className={styles.form} noValidate>
      <ProblemSummary state={state} labels={you} />
      {state.isDone ? (
        <p role="status" className={styles.done}>
          {you.saved}
        </p>
      ) : null}
      <Field name="language" label={you.language} problem={problems['language']}>
        {(ids) => (
          <select {...ids} key={language} defaultValue={language}>
            {languages.map(({ code, label }) => (
              <option key={code} value={code} lang={code}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="timeZone" label={you.timeZone} problem={problems['timeZone']}>
        {(ids) => (
          <select {...ids} key={timeZone} defaultValue={timeZone}>
            {zones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className={styles.group}>
        <legend>{you.away}</legend>
        <p className={styles.hint}>{you.awayHint}</p>
        {(['awayFrom', 'awayUntil'] as const).map((name) => (
          <Field key={name} name={name} label={you[name]} problem={problems[name]}>
            {(ids) => (
              <input
                {...ids}
                type="date"
                key={away[name]}
                defaultValue={state.values[name]?.[0] ?? away[name]}
              />
            )}
          </Field>
        ))}
      </fieldset>
      <SendButton working={words.form.working}>{you.save}</SendButton>
    </form>
  );
}

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
}

export function SettingsForm({ words, language, languages, timeZone, zones }: SettingsFormProps) {
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
              <option key={code} value={code}>
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
      <SendButton working={words.form.working}>{you.save}</SendButton>
    </form>
  );
}

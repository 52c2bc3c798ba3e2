'use client';
import { useActionState } from 'react';
import styles from '#form/form.module.css';
import { untouched } from '#form/form-state.ts';
import { PasswordField } from '#form/password-field.tsx';
import { ProblemSummary } from '#form/problem-summary.tsx';
import { SendButton } from '#form/send-button.tsx';
import type { OfficeTexts } from '#texts/en.ts';
import { changePasswordHere } from './change-here.ts';

export function PasswordForm({ words }: { words: OfficeTexts }) {
  const [state, send] = useActionState(changePasswordHere, untouched);
  const { you, form, setUp } = words;
  const problems = state.problem?.fields ?? {};
  return (
    <form action={send} className={styles.form} noValidate key={state.answer}>
      <ProblemSummary state={state} labels={{ current: you.current, password: you.next }} />
      {state.isDone ? (
        <p role="status" className={styles.done}>
          {you.changed}
        </p>
      ) : null}
      <PasswordField
        name="current"
        label={you.current}
        show={form.showPassword}
        autoComplete="current-password"
        problem={problems['current']}
      />
      <PasswordField
        name="password"
        label={you.next}
        hint={setUp.passwordHint}
        show={form.showPassword}
        autoComplete="new-password"
        problem={problems['password']}
      />
      <SendButton working={form.working}>{you.change}</SendButton>
    </form>
  );
}

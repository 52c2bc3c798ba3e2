'use client';
import { useActionState } from 'react';
import { Field } from '#form/field.tsx';
import styles from '#form/form.module.css';
import { untouched } from '#form/form-state.ts';
import { PasswordField } from '#form/password-field.tsx';
import { ProblemSummary } from '#form/problem-summary.tsx';
import { SendButton } from '#form/send-button.tsx';
import type { OfficeTexts } from '#texts/en.ts';
import { signInHere } from './sign-in-here.ts';

interface SignInFormProps {
  to: string;
  words: OfficeTexts;
}

export function SignInForm({ to, words }: SignInFormProps) {
  const [state, send] = useActionState(signInHere, untouched);
  const { email, password } = words.signIn;
  const problems = state.problem?.fields ?? {};
  return (
    <form action={send} className={styles.form} noValidate>
      <ProblemSummary state={state} labels={{ email, password }} />
      <input type="hidden" name="to" value={to} />
      <Field name="email" label={email} problem={problems['email']}>
        {(ids) => (
          <input
            {...ids}
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={254}
            dir="ltr"
            defaultValue={state.values['email']?.[0]}
          />
        )}
      </Field>
      <PasswordField
        name="password"
        label={password}
        show={words.form.showPassword}
        autoComplete="current-password"
        problem={problems['password']}
      />
      <SendButton working={words.form.working}>{words.signIn.send}</SendButton>
    </form>
  );
}

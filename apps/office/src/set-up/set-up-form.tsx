'use client';
import { useActionState, useState } from 'react';
import { Field } from '#form/field.tsx';
import styles from '#form/form.module.css';
import { untouched } from '#form/form-state.ts';
import { PasswordField } from '#form/password-field.tsx';
import { ProblemSummary } from '#form/problem-summary.tsx';
import { SendButton } from '#form/send-button.tsx';
import type { OfficeTexts } from '#texts/en.ts';
import { LanguageChoice } from './language-choice.tsx';
import { setUpHere } from './set-up-here.ts';
import { ZoneField } from './zone-field.tsx';

interface SetUpFormProps {
  token: string;
  words: OfficeTexts;
  language: string;
  languages: { code: string; label: string }[];
  zones: string[];
}

export function SetUpForm({ token, words, language, languages, zones }: SetUpFormProps) {
  const [state, send] = useActionState(setUpHere, untouched);
  const { setUp } = words;
  const before = (name: string) => state.values[name]?.[0] ?? '';
  const problem = (name: string) =>
    Object.entries(state.problem?.fields ?? {}).find(([path]) => path.split('.')[0] === name)?.[1];
  const [domain, setDomain] = useState(before('domain'));
  const chosen = state.values['languages'] ?? [language];
  return (
    // A new answer draws the fields anew, with what was entered.
    <form action={send} className={styles.form} noValidate key={state.answer}>
      <ProblemSummary state={state} labels={setUp} />
      <input type="hidden" name="token" value={token} />
      <fieldset className={styles.group}>
        <legend className={styles.heading}>{setUp.firm}</legend>
        <Field name="firmName" label={setUp.firmName} problem={problem('firmName')}>
          {(ids) => (
            <input
              {...ids}
              autoComplete="organization"
              required
              maxLength={120}
              dir="auto"
              defaultValue={before('firmName')}
            />
          )}
        </Field>
        <Field name="domain" label={setUp.domain} hint={setUp.domainHint} problem={problem('domain')}>
          {(ids) => (
            <input
              {...ids}
              inputMode="url"
              autoCapitalize="none"
              spellCheck={false}
              required
              maxLength={253}
              dir="ltr"
              value={domain}
              onChange={({ target }) => setDomain(target.value)}
            />
          )}
        </Field>
        <LanguageChoice words={setUp} languages={languages} chosen={chosen} problem={problem('languages')} />
        <ZoneField
          label={setUp.timeZone}
          zones={zones}
          chosen={before('timeZone')}
          problem={problem('timeZone')}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.heading}>{setUp.admin}</legend>
        <Field name="name" label={setUp.name} problem={problem('name')}>
          {(ids) => (
            <input
              {...ids}
              autoComplete="name"
              required
              maxLength={120}
              dir="auto"
              defaultValue={before('name')}
            />
          )}
        </Field>
        <Field
          name="localPart"
          label={setUp.localPart}
          hint={setUp.localPartHint}
          problem={problem('localPart')}
        >
          {(ids) => (
            <div className={styles.joined}>
              <input
                {...ids}
                autoCapitalize="none"
                spellCheck={false}
                autoComplete="off"
                required
                maxLength={64}
                dir="ltr"
                defaultValue={before('localPart')}
              />
              <span className={styles.suffix}>@{domain}</span>
            </div>
          )}
        </Field>
        <PasswordField
          name="password"
          label={setUp.password}
          hint={setUp.passwordHint}
          show={words.form.showPassword}
          autoComplete="new-password"
          problem={problem('password')}
        />
      </fieldset>
      <SendButton working={words.form.working}>{setUp.send}</SendButton>
    </form>
  );
}

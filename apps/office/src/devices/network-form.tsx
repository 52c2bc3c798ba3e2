'use client';
import { useActionState } from 'react';
import { Field } from '#form/field.tsx';
import styles from '#form/form.module.css';
import { untouched } from '#form/form-state.ts';
import { ProblemSummary } from '#form/problem-summary.tsx';
import { SendButton } from '#form/send-button.tsx';
import { createNetworkHere } from './change-here.ts';
import type { DeviceTexts } from './texts/en.ts';

interface NetworkFormProps {
  words: DeviceTexts['network'];
  working: string;
  /** What is offered until something was entered. */
  offer: Record<'subnet4' | 'subnet6' | 'host' | 'port', string>;
}

export function NetworkForm({ words, working, offer }: NetworkFormProps) {
  const [state, send] = useActionState(createNetworkHere, untouched);
  const problems = state.problem?.fields ?? {};
  const fields = [
    { name: 'name', label: words.name, dir: 'auto', value: '' },
    { name: 'subnet4', label: words.subnet4, hint: words.subnet4Hint, value: offer.subnet4 },
    { name: 'subnet6', label: words.subnet6, hint: words.subnet6Hint, value: offer.subnet6 },
    { name: 'host', label: words.host, hint: words.hostHint, value: offer.host },
    {
      name: 'port',
      label: words.port,
      hint: words.portHint,
      value: offer.port,
      inputMode: 'numeric' as const,
    },
    { name: 'routes', label: words.routes, hint: words.routesHint, value: '' },
    { name: 'dns', label: words.dns, hint: words.dnsHint, value: '' },
  ];
  return (
    <form action={send} className={styles.form} noValidate>
      <ProblemSummary state={state} labels={words} />
      {fields.map(({ name, label, hint, value, dir = 'ltr', inputMode }) => (
        <Field key={name} name={name} label={label} hint={hint} problem={problemOf(problems, name)}>
          {(ids) => (
            <input
              {...ids}
              dir={dir}
              inputMode={inputMode}
              autoComplete="off"
              spellCheck={false}
              maxLength={600}
              defaultValue={state.values[name]?.[0] ?? value}
            />
          )}
        </Field>
      ))}
      <SendButton working={working}>{words.send}</SendButton>
    </form>
  );
}

/** Of a list the first that is wrong: "routes.1". */
const problemOf = (problems: Record<string, string>, name: string): string | undefined =>
  problems[name] ?? Object.entries(problems).find(([path]) => path.startsWith(`${name}.`))?.[1];

'use client';
import { type SubmitEvent, startTransition, useActionState, useRef } from 'react';
import { Field } from '#form/field.tsx';
import styles from '#form/form.module.css';
import { ProblemSummary } from '#form/problem-summary.tsx';
import { addDeviceHere } from './change-here.ts';
import { nothingMade } from './made-state.ts';
import { makeKeysHere } from './make-keys-here.ts';
import { ShownOnce } from './shown-once.tsx';
import type { DeviceTexts } from './texts/en.ts';

interface AddDeviceFormProps {
  words: DeviceTexts;
  working: string;
  networks: { id: string; name: string }[];
}

/** Name and network, then the configuration in the form's place. Without script the same, with a key of the server's making. */
export function AddDeviceForm({ words, working, networks }: AddDeviceFormProps) {
  const [state, send, isPending] = useActionState(addDeviceHere, nothingMade);
  const ownKey = useRef<string | null>(null);
  const { adding } = words;
  const { made, problem, values } = state;
  const privateKey = made?.privateKey ?? ownKey.current;
  if (made && privateKey) {
    const { device, tunnel, isOpen } = made;
    return (
      <ShownOnce words={words} device={device} tunnel={tunnel} privateKey={privateKey} isOpen={isOpen} />
    );
  }
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    const form = new FormData(event.currentTarget);
    void makeKeysHere().then((keys) => {
      ownKey.current = keys?.privateKey ?? null;
      form.set('publicKey', keys?.publicKey ?? '');
      startTransition(() => send(form));
    });
  };
  const problems = problem?.fields ?? {};
  return (
    <>
      <h1>{adding.title}</h1>
      <p>{adding.lead}</p>
      <form action={send} onSubmit={onSubmit} className={styles.form} noValidate>
        <ProblemSummary state={state} labels={{ name: adding.name, network: adding.network }} />
        <Field name="name" label={adding.name} hint={adding.nameHint} problem={problems['name']}>
          {(ids) => <input {...ids} required maxLength={60} dir="auto" defaultValue={values['name']?.[0]} />}
        </Field>
        <Field name="network" label={adding.network} problem={problems['network']}>
          {(ids) => (
            <select {...ids} defaultValue={values['network']?.[0]}>
              {networks.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit" className={styles.send} aria-disabled={isPending}>
          {isPending ? working : adding.send}
        </button>
      </form>
    </>
  );
}

'use client';
import { CircleCheck, CircleDashed, CircleHelp, CirclePause } from 'lucide-react';
import { useActionState } from 'react';
import { Field } from '#form/field.tsx';
import form from '#form/form.module.css';
import { untouched } from '#form/form-state.ts';
import { ProblemSummary } from '#form/problem-summary.tsx';
import { SendButton } from '#form/send-button.tsx';
import { renameHere, revokeHere } from './change-here.ts';
import type { DeviceView } from './device-views.ts';
import styles from './devices.module.css';
import { Disclosure } from './disclosure.tsx';
import type { DeviceTexts } from './texts/en.ts';

const icons = { connected: CircleCheck, quiet: CirclePause, never: CircleDashed, unknown: CircleHelp };

interface DeviceRowProps {
  device: DeviceView;
  words: DeviceTexts;
  working: string;
}

export function DeviceRow({ device, words, working }: DeviceRowProps) {
  const { id, name, person, network, addresses, state, stateSaid, seen, added } = device;
  const Icon = icons[state];
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <h3 dir="auto">{name}</h3>
        <p className={styles.state} data-state={state}>
          <Icon size={16} aria-hidden />
          {stateSaid}
        </p>
      </div>
      <p className={styles.facts}>
        {person ? <span dir="auto">{person}</span> : null}
        <span dir="auto">{network}</span>
        <span dir="ltr">{addresses}</span>
        {seen ? <span title={seen.exact}>{seen.said}</span> : <span title={added.exact}>{added.said}</span>}
      </p>
      <div className={styles.deeds}>
        <Disclosure label={words.device.rename} about={name}>
          <RenameForm id={id} name={name} words={words.device} working={working} />
        </Disclosure>
        <Disclosure label={words.device.revoke} about={name}>
          <RevokeForm id={id} words={words.device} working={working} />
        </Disclosure>
      </div>
    </li>
  );
}

interface DeedProps {
  id: string;
  words: DeviceTexts['device'];
  working: string;
}

function RenameForm({ id, name, words, working }: DeedProps & { name: string }) {
  const [state, send] = useActionState(renameHere, untouched);
  return (
    <form action={send} className={form.form} noValidate>
      <ProblemSummary state={state} labels={{ name: words.name }} />
      <input type="hidden" name="device" value={id} />
      <Field name="name" at={id} label={words.name} problem={state.problem?.fields['name']}>
        {(ids) => (
          <input
            {...ids}
            key={name}
            defaultValue={state.values['name']?.[0] ?? name}
            maxLength={60}
            dir="auto"
          />
        )}
      </Field>
      <SendButton working={working}>{words.save}</SendButton>
    </form>
  );
}

function RevokeForm({ id, words, working }: DeedProps) {
  const [state, send] = useActionState(revokeHere, untouched);
  return (
    <form action={send} className={form.form}>
      <ProblemSummary state={state} labels={{}} />
      <input type="hidden" name="device" value={id} />
      <p>{words.revokeWarning}</p>
      <SendButton working={working}>{words.revokeNow}</SendButton>
    </form>
  );
}

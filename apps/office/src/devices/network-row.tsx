'use client';
import { useActionState } from 'react';
import form from '#form/form.module.css';
import { untouched } from '#form/form-state.ts';
import { ProblemSummary } from '#form/problem-summary.tsx';
import { SendButton } from '#form/send-button.tsx';
import { fill } from '#texts/speak.ts';
import { removeNetworkHere } from './change-here.ts';
import type { NetworkView } from './device-views.ts';
import styles from './devices.module.css';
import { Disclosure } from './disclosure.tsx';
import type { DeviceTexts } from './texts/device-texts.ts';

interface NetworkRowProps {
  network: NetworkView;
  words: DeviceTexts['network'];
  working: string;
  count: string;
}

export function NetworkRow({ network, words, working, count }: NetworkRowProps) {
  const [state, send] = useActionState(removeNetworkHere, untouched);
  const { id, name, subnets, host, port, routes, publicKey } = network;
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <h3 dir="auto">{name}</h3>
        <p className={styles.state}>{publicKey ? fill(words.devices, { count }) : words.waiting}</p>
      </div>
      <p className={styles.facts}>
        <span dir="ltr">{subnets.join(', ')}</span>
        <span dir="ltr">
          {host}:{port}
        </span>
        <span>
          {routes.length > 0 ? fill(words.reaches, { routes: routes.join(', ') }) : words.reachesServer}
        </span>
      </p>
      <div className={styles.deeds}>
        <Disclosure label={words.remove} about={name}>
          <form action={send} className={form.form}>
            <ProblemSummary state={state} labels={{}} />
            <input type="hidden" name="network" value={id} />
            <p>{words.removeWarning}</p>
            <SendButton working={working}>{words.removeNow}</SendButton>
          </form>
        </Disclosure>
      </div>
    </li>
  );
}

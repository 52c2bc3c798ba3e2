import { listNetworks } from '@kontor/tunnels';
import type { Metadata } from 'next';
import Link from 'next/link';
import styles from '#devices/devices.module.css';
import { NetworkForm } from '#devices/network-form.tsx';
import { offerNetwork } from '#devices/offer-network.ts';
import { deviceTextsIn } from '#devices/texts/device-texts.ts';
import { languageHere } from '#language.ts';
import { getOffice } from '#office.ts';
import { currentPerson } from '#session.ts';
import { textsIn } from '#texts/texts.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: deviceTextsIn(await languageHere()).network.title };
}

export default async function NewNetworkPage() {
  const { person, caller } = await currentPerson('/devices/networks');
  const language = await languageHere();
  const words = deviceTextsIn(language);
  const office = await getOffice();
  const networks = await listNetworks.perform(office, {}, caller);
  return (
    <div className={styles.narrow}>
      <h1>{words.network.title}</h1>
      <p>{person.role === 'admin' ? words.network.lead : words.network.adminsOnly}</p>
      {person.role === 'admin' ? (
        <NetworkForm
          words={words.network}
          working={textsIn(language).form.working}
          offer={offerNetwork(networks, office.config.officeUrl)}
        />
      ) : (
        <Link href="/devices">{words.back}</Link>
      )}
    </div>
  );
}

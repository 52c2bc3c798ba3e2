import { listNetworks } from '@kontor/tunnels';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AddDeviceForm } from '#devices/add-device-form.tsx';
import styles from '#devices/devices.module.css';
import { deviceTextsIn } from '#devices/texts/device-texts.ts';
import { languageHere } from '#language.ts';
import { getOffice } from '#office.ts';
import { currentPerson } from '#session.ts';
import { textsIn } from '#texts/texts.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: deviceTextsIn(await languageHere()).adding.title };
}

export default async function NewDevicePage() {
  const { caller } = await currentPerson('/devices/new');
  const language = await languageHere();
  const networks = await listNetworks.perform(await getOffice(), {}, caller);
  if (networks.length === 0) redirect('/devices');
  return (
    <div className={styles.narrow}>
      <AddDeviceForm
        words={deviceTextsIn(language)}
        working={textsIn(language).form.working}
        networks={networks.map(({ id, name }) => ({ id, name }))}
      />
    </div>
  );
}

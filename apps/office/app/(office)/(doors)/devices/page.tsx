import type { Metadata } from 'next';
import Link from 'next/link';
import { DeviceRow } from '#devices/device-row.tsx';
import { devicesScreen } from '#devices/device-views.ts';
import styles from '#devices/devices.module.css';
import { LookAgain } from '#devices/look-again.tsx';
import { NetworkRow } from '#devices/network-row.tsx';
import { ServiceNote } from '#devices/service-note.tsx';
import { deviceTextsIn } from '#devices/texts/device-texts.ts';
import form from '#form/form.module.css';
import { languageHere } from '#language.ts';
import { getOffice } from '#office.ts';
import { currentPerson } from '#session.ts';
import { textsIn } from '#texts/texts.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: deviceTextsIn(await languageHere()).title };
}

export default async function DevicesPage() {
  const { person, caller } = await currentPerson('/devices');
  const language = await languageHere();
  const words = deviceTextsIn(language);
  const { working } = textsIn(language).form;
  const office = await getOffice();
  const { mine, others, networks, service } = await devicesScreen({
    office,
    caller,
    person,
    language,
    words,
  });
  const isAdmin = person.role === 'admin';
  const figures = new Intl.NumberFormat(language);
  return (
    <div className={styles.devices}>
      <header className={styles.top}>
        <div>
          <h1>{words.title}</h1>
          <p className={styles.lead}>{words.lead}</p>
        </div>
        {networks.length > 0 ? (
          <Link className={form.send} href="/devices/new">
            {words.add}
          </Link>
        ) : null}
      </header>
      <ServiceNote service={service} words={words.service} />
      <section aria-labelledby="mine">
        <h2 id="mine">{words.mine}</h2>
        {networks.length === 0 ? (
          <p className={styles.empty}>
            {words.noNetwork} {isAdmin ? words.noNetworkAdmin : words.noNetworkAsk}
          </p>
        ) : mine.length === 0 ? (
          <p className={styles.empty}>{words.none}</p>
        ) : (
          <ul className={styles.list}>
            {mine.map((device) => (
              <DeviceRow key={device.id} device={device} words={words} working={working} />
            ))}
          </ul>
        )}
      </section>
      {isAdmin ? (
        <>
          <section aria-labelledby="networks">
            <div className={styles.top}>
              <h2 id="networks">{words.networks}</h2>
              <Link className={networks.length > 0 ? styles.plain : form.send} href="/devices/networks">
                {words.network.make}
              </Link>
            </div>
            <ul className={styles.list}>
              {networks.map((network) => (
                <NetworkRow
                  key={network.id}
                  network={network}
                  words={words.network}
                  working={working}
                  count={figures.format(network.devices)}
                />
              ))}
            </ul>
          </section>
          {networks.length > 0 ? (
            <section aria-labelledby="others">
              <h2 id="others">{words.others}</h2>
              {others.length === 0 ? <p className={styles.empty}>{words.noneOfOthers}</p> : null}
              <ul className={styles.list}>
                {others.map((device) => (
                  <DeviceRow key={device.id} device={device} words={words} working={working} />
                ))}
              </ul>
            </section>
          ) : null}
        </>
      ) : null}
      <LookAgain />
    </div>
  );
}

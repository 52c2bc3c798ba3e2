import type { Caller } from '@kontor/core';
import type { Person } from '@kontor/people';
import type { Office } from '@kontor/suite';
import { type ListedDevice, listDevices, listNetworks, type Network, type Service } from '@kontor/tunnels';
import { relativeTime } from '#dates/relative-time.ts';
import { fill } from '#texts/speak.ts';
import type { DeviceTexts } from './texts/device-texts.ts';

/** A device as its row shows it: every word and date is said already. */
export interface DeviceView {
  id: string;
  name: string;
  /** Whose it is; null on a list of one's own. */
  person: string | null;
  network: string;
  addresses: string;
  state: ListedDevice['state'];
  stateSaid: string;
  /** "2 minutes ago", and the exact time. */
  seen: { said: string; exact: string } | null;
  added: { said: string; exact: string };
}

export interface NetworkView extends Network {
  devices: number;
}

export interface DevicesScreen {
  mine: DeviceView[];
  others: DeviceView[];
  networks: NetworkView[];
  service: Service;
}

interface Asked {
  office: Office;
  caller: Caller;
  person: Person;
  language: string;
  words: DeviceTexts;
}

/** Everything /devices shows: a person's own devices; for an admin the others' too. */
export async function devicesScreen({
  office,
  caller,
  person,
  language,
  words,
}: Asked): Promise<DevicesScreen> {
  const isAdmin = person.role === 'admin';
  const [listed, networks] = await Promise.all([
    listDevices.perform(office, { whose: isAdmin ? 'all' : 'mine' }, caller),
    listNetworks.perform(office, {}, caller),
  ]);
  const names = new Map(networks.map(({ id, name }) => [id, name]));
  const now = office.clock.now();
  const when = (at: number) => ({
    said: relativeTime(Math.min(at, now), now, language, 'second'),
    exact: exactTime(at, language, person.timeZone),
  });
  const view = (device: ListedDevice): DeviceView => {
    const { id, name, network, addresses, state, lastHandshake, createdAt } = device;
    const isMine = device.person.id === person.id;
    const added = when(createdAt);
    const seen = lastHandshake === null ? null : when(lastHandshake);
    return {
      id,
      name,
      person: isMine ? null : device.person.name,
      network: names.get(network) ?? '',
      addresses: addresses.join(', '),
      state,
      stateSaid: words.state[state],
      seen: seen && { ...seen, said: fill(words.state.lastSeen, { when: seen.said }) },
      added: { ...added, said: fill(words.device.added, { when: added.said }) },
    };
  };
  const isMine = (device: ListedDevice) => device.person.id === person.id;
  return {
    mine: listed.devices.filter(isMine).map(view),
    others: listed.devices.filter((device) => !isMine(device)).map(view),
    networks,
    service: listed.service,
  };
}

const exactTime = (at: number, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);

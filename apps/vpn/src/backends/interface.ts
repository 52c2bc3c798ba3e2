import { publicKeyOf } from '@kontor/tunnels/keys';
import type { DesiredNetwork } from '@kontor/tunnels/wire';
import type { RunCommand } from '#host/run-command.ts';
import { interfaceOf, serverAddresses } from '#network.ts';

/** Makes an interface of that name; resolves when `wg` can speak to it. */
export type LinkMaker = (name: string) => Promise<void>;

interface Parts {
  run: RunCommand;
  makeLink: LinkMaker;
}

interface Link {
  flags: string[];
  mtu: number;
  addr_info: { local?: string; prefixlen?: number; scope?: string }[];
}

/** RFC 8200: what fits into 1500 bytes with WireGuard's own headers over IPv6. */
const mtu = 1420;
/** Far behind every real way, so that it counts only while the interface is away. */
const blackholeMetric = '4096';

/** The interface with its key, port, addresses and state; one that lives on from before is taken over as it is. */
export async function raiseInterface(
  { run, makeLink }: Parts,
  network: DesiredNetwork,
  privateKey: string,
): Promise<boolean> {
  const name = interfaceOf(network.id);
  const isNew = !(await isAlive(run, name));
  if (isNew) {
    await run('ip', ['link', 'delete', 'dev', name]).catch(() => '');
    await makeLink(name);
  }
  await setKeyAndPort(run, name, network.port, privateKey);
  await setAddresses(run, name, network);
  return isNew;
}

const isAlive = (run: RunCommand, name: string): Promise<boolean> =>
  run('wg', ['show', name, 'public-key']).then(
    () => true,
    () => false,
  );

async function setKeyAndPort(run: RunCommand, name: string, port: number, privateKey: string): Promise<void> {
  const [key, listening] = await Promise.all([
    run('wg', ['show', name, 'public-key']),
    run('wg', ['show', name, 'listen-port']),
  ]);
  if (key.trim() === publicKeyOf(privateKey) && Number(listening) === port) return;
  await run('wg', ['set', name, 'listen-port', String(port), 'private-key', '/dev/stdin'], `${privateKey}\n`);
}

async function setAddresses(run: RunCommand, name: string, network: DesiredNetwork): Promise<void> {
  const [link] = JSON.parse(await run('ip', ['-json', 'address', 'show', 'dev', name])) as Link[];
  const wanted = serverAddresses(network);
  const present = (link?.addr_info ?? [])
    .filter(({ scope }) => scope !== 'link')
    .map(({ local, prefixlen }) => `${local}/${prefixlen}`);
  for (const extra of present.filter((one) => !wanted.includes(one)))
    await run('ip', ['address', 'delete', extra, 'dev', name]);
  for (const lacking of wanted.filter((one) => !present.includes(one))) {
    const nodad = lacking.includes(':') ? ['nodad'] : [];
    await run('ip', ['address', 'add', lacking, 'dev', name, ...nodad]);
  }
  if (!link?.flags.includes('UP') || link.mtu !== mtu)
    await run('ip', ['link', 'set', 'dev', name, 'mtu', String(mtu), 'up']);
  // While the interface is away, what is meant for devices must not leave by the default route.
  for (const subnet of network.subnets)
    await run('ip', ['route', 'replace', 'blackhole', subnet, 'metric', blackholeMetric]);
}

import { readFile } from 'node:fs/promises';
import type { DesiredNetwork } from '@kontor/tunnels/wire';
import { allowedOf } from '#delta.ts';
import { parseDump } from '#dump.ts';
import type { RunCommand } from '#host/run-command.ts';
import { interfaceOf, ofFamily, tableOf } from '#network.ts';
import { rulesFor } from '#rules.ts';
import type { Backend, PeerToSet } from './backend.ts';
import { type LinkMaker, raiseInterface } from './interface.ts';

interface Options {
  run: RunCommand;
  makeLink: LinkMaker;
  about: Backend['about'];
  /** conntrack is there; without it old connections of an address end by their own timers. */
  canForget: boolean;
}

/** Keys on one command line: far below what Linux takes. */
const atOnce = 1000;

/** WireGuard for real; kernel and wireguard-go differ in how an interface comes to be, and in nothing else. */
export function createLive({ run, makeLink, about, canForget }: Options): Backend {
  const ruled = new Map<string, string>();

  async function applyRules(network: DesiredNetwork): Promise<void> {
    const rules = rulesFor(network);
    const table = tableOf(network.id);
    const isThere = () =>
      run('nft', ['list', 'table', 'inet', table]).then(
        (text) => text.includes(interfaceOf(network.id)),
        () => false,
      );
    if (ruled.get(network.id) === rules && (await isThere())) return;
    await run('nft', ['-f', '/dev/stdin'], rules);
    // No tunnel stands open because a program that says it did something did nothing.
    if (!(await isThere())) throw new Error(`nft took the rules of ${table} and has none`);
    const isOther = ruled.has(network.id);
    ruled.set(network.id, rules);
    // Connections that the rules before let through would go on.
    if (isOther) await forget(network.subnets);
  }

  async function forget(addresses: readonly string[]): Promise<void> {
    if (!canForget) return;
    // It fails where there was nothing to forget.
    for (const ip of addresses) await run('conntrack', ['-D', '-s', ip]).catch(() => '');
  }

  return {
    about,
    async raise(network, privateKey) {
      // The rules first: never an interface without them.
      await applyRules(network);
      return raiseInterface({ run, makeLink }, network, privateKey);
    },
    async lower({ id, subnets }) {
      await run('ip', ['link', 'delete', 'dev', interfaceOf(id)]).catch(() => '');
      for (const subnet of subnets) await run('ip', ['route', 'delete', 'blackhole', subnet]).catch(() => '');
      await run('nft', ['delete', 'table', 'inet', tableOf(id)]).catch(() => '');
      ruled.delete(id);
    },
    peers: async ({ id }) => parseDump(await run('wg', ['show', interfaceOf(id), 'dump'])),
    async set({ id }, peers) {
      if (peers.length > 0) await run('wg', ['addconf', interfaceOf(id), '/dev/stdin'], peersText(peers));
    },
    async remove({ id }, peers) {
      for (let at = 0; at < peers.length; at += atOnce) {
        const some = peers.slice(at, at + atOnce);
        await run('wg', ['set', interfaceOf(id), ...some.flatMap(({ key }) => ['peer', key, 'remove'])]);
      }
      await forget(
        peers.slice(0, atOnce).flatMap(({ allowed }) => allowed.map((cidr) => cidr.split('/')[0] ?? '')),
      );
    },
    async obstacle({ routes }) {
      const wanted = ([4, 6] as const).filter((family) => ofFamily(family, routes).length > 0);
      const shut: string[] = [];
      for (const family of wanted) {
        const setting = family === 4 ? 'net.ipv4.ip_forward' : 'net.ipv6.conf.all.forwarding';
        const value = await readFile(`/proc/sys/${setting.replaceAll('.', '/')}`, 'utf8').catch(() => '0');
        if (value.trim() === '0') shut.push(setting);
      }
      return shut.length > 0 ? shut.map((setting) => `${setting}=0`).join(', ') : null;
    },
  };
}

const peersText = (peers: readonly PeerToSet[]): string =>
  peers
    .map(({ key, addresses, endpoint }) =>
      [
        '[Peer]',
        `PublicKey = ${key}`,
        `AllowedIPs = ${allowedOf(addresses).join(', ')}`,
        ...(endpoint ? [`Endpoint = ${endpoint}`] : []),
        '',
      ].join('\n'),
    )
    .join('\n');

import type { TunnelsContext } from './context.ts';
import { desiredState } from './desired-state.ts';
import { readNetworks } from './rows.ts';
import type { Report } from './wire.ts';

export type PushContext = Pick<TunnelsContext, 'bulk' | 'changes' | 'whoIs' | 'vpn'>;

/** Sends the whole desired state; resolves when the service has made it true. Throws tunnels.vpn-away. */
export async function pushState(context: PushContext): Promise<Report> {
  for (let tries = 0; tries < 5; tries += 1) {
    const state = await desiredState(context);
    const answer = await context.vpn.put(state);
    if (answer.ok) return learnKeys(context, answer.report);
    // Another process was quicker with something newer; unless this log of changes is younger than what the service
    // knows, which only a restored backup is.
    if (answer.version <= (await context.changes.latest())) continue;
    const again = await context.vpn.put({ ...state, replaces: answer.version });
    if (again.ok) return learnKeys(context, again.report);
  }
  throw new Error('the VPN service kept on knowing something newer');
}

/** The service makes each network's key; devices are told the public half. */
async function learnKeys({ bulk }: PushContext, report: Report): Promise<Report> {
  const networks = await readNetworks(bulk);
  for (const { id, publicKey } of report.networks) {
    if (networks.some((network) => network.id === id && network.publicKey !== publicKey))
      await bulk.write([{ op: 'update', in: 'networks', where: { id }, set: { publicKey } }]);
  }
  return report;
}

/** After a change: done at once when the service is there, else as soon as it is (keep-pushed.ts). */
export const pushIfThere = (context: PushContext): Promise<Report | null> =>
  pushState(context).catch(() => null);

/** None of these keys is a peer anywhere. What was sent does not count, only what the service found to be so. */
export const isWithout = (report: Report | null, keys: ReadonlySet<string>): boolean =>
  report?.networks.every(({ peers }) => peers.every(({ key }) => !keys.has(key))) ?? false;

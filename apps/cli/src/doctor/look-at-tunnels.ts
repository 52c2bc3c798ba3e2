import type { Config } from '@kontor/config';
import { createVpnPort } from '@kontor/tunnels';
import type { Report } from '@kontor/tunnels/wire';
import { bad, type Finding, good, note } from './finding.ts';

const subject = 'WireGuard';

/** What carries the tunnels on this host, as the VPN service itself found out; it alone has tried. */
export async function lookAtTunnels({ vpnSocket }: Config, isRunning: boolean): Promise<Finding[]> {
  if (!isRunning) return [note(subject, 'found out by the VPN service when Kontor runs')];
  const report = await createVpnPort({ socketPath: vpnSocket })
    .look()
    .catch(() => null);
  // The part itself is another line, and that one says what to do.
  return report ? findingsOf(report) : [note(subject, 'not known: the VPN service does not answer')];
}

export function findingsOf({ backend, networks, problems }: Report): Finding[] {
  const found = problems.map((problem) => problemSaid(problem));
  return [backendSaid(backend, networks.length), ...found];
}

function backendSaid({ name, why, detail }: Report['backend'], networks: number): Finding {
  const count = `networks: ${networks}`;
  switch (why) {
    case null:
      return good(subject, `${name === 'kernel' ? "the kernel's own" : name} carries the tunnels; ${count}`);
    case 'demo':
      return note(subject, `the demo issues configurations and opens no tunnel; ${count}`);
    case 'chosen':
      return note(subject, `KONTOR_VPN=config-only: configurations only, nothing is enforced here; ${count}`);
    case 'tools-missing':
      return unenforced(networks, bad(subject, why, { tools: detail }));
    case 'not-permitted':
      return unenforced(networks, bad(subject, 'network-forbidden'));
    case 'no-wireguard':
      return unenforced(networks, bad(subject, why, { why: detail }));
  }
}

/** Only who has a network misses it. */
const unenforced = (networks: number, found: ReturnType<typeof bad>): Finding =>
  networks > 0 ? found : { ...note(subject, found.says), hint: found.hint };

function problemSaid({ code, network: id, detail }: Report['problems'][number]): Finding {
  const network = id ?? '?';
  switch (code) {
    case 'cannot-forward': {
      const command = `sysctl -w ${detail.replaceAll('=0', '=1').replaceAll(',', '')}`;
      return bad('Forwarding', code, { settings: detail, network, command });
    }
    case 'interface-failed':
      return bad('Tunnel', 'tunnel-closed', { network, why: detail });
    case 'peers-differ':
      return bad('Tunnel', code, { count: detail, network });
  }
}

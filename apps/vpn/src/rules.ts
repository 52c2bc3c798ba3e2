import type { DesiredNetwork } from '@kontor/tunnels/wire';
import { interfaceOf, ofFamily, tableOf } from './network.ts';

/**
 * What nftables is told of a network, in one atomic step: devices reach the server (ping, DNS) and the networks named,
 * nothing else and not each other; nobody opens a connection to a device. What goes on into a network bears the server's
 * address, so that nothing there has to know a way back.
 */
export function rulesFor(network: Pick<DesiredNetwork, 'id' | 'subnets' | 'routes'>): string {
  const { id, subnets, routes } = network;
  const table = `inet ${tableOf(id)}`;
  const name = `"${interfaceOf(id)}"`;
  const through = [...allow('ip', ofFamily(4, routes)), ...allow('ip6', ofFamily(6, routes))];
  const leaving = [
    ...ofFamily(4, subnets).map((subnet) => `ip saddr ${subnet} oifname != ${name} masquerade`),
    ...ofFamily(6, subnets).map((subnet) => `ip6 saddr ${subnet} oifname != ${name} masquerade`),
  ];
  return `table ${table}
delete table ${table}
table ${table} {
${chain('from_devices', ['ct state established,related accept', ...through, 'drop'])}
${chain('to_server', [
  'ct state established,related accept',
  'meta l4proto { icmp, ipv6-icmp } accept',
  'udp dport 53 accept',
  'tcp dport 53 accept',
  'drop',
])}
${chain('forward', [
  'type filter hook forward priority filter; policy accept;',
  `iifname ${name} jump from_devices`,
  `oifname ${name} ct state established,related accept`,
  `oifname ${name} drop`,
])}
${chain('input', ['type filter hook input priority filter; policy accept;', `iifname ${name} jump to_server`])}
${chain('leaving', ['type nat hook postrouting priority srcnat; policy accept;', ...leaving])}
}
`;
}

const allow = (family: 'ip' | 'ip6', routes: string[]): string[] =>
  routes.length > 0 ? [`${family} daddr { ${routes.join(', ')} } accept`] : [];

const chain = (name: string, lines: string[]): string =>
  `  chain ${name} {\n${lines.map((line) => `    ${line}\n`).join('')}  }`;

import type { Network } from '@kontor/tunnels';

/** What a new network could be, so that most only have to name it: the next range, the next port, this server's name. */
export function offerNetwork(networks: readonly Network[], officeUrl: string) {
  const taken = new Set(networks.flatMap(({ subnets }) => subnets));
  const ports = new Set(networks.map(({ port }) => port));
  const at = numbers(8, 250).find((n) => !taken.has(range4(n)) && !taken.has(range6(n))) ?? 8;
  const port = numbers(51820, 51900).find((n) => !ports.has(n)) ?? 51820;
  const { hostname } = new URL(officeUrl);
  const host = networks[0]?.host ?? (hostname === 'localhost' ? '' : hostname.replace(/^\[|\]$/g, ''));
  return { subnet4: range4(at), subnet6: range6(at), host, port: String(port) };
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);
const range4 = (n: number): string => `10.${n}.0.0/24`;
const range6 = (n: number): string => `fd${n.toString(16).padStart(2, '0')}::/64`;

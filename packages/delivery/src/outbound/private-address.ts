import { BlockList, isIP } from 'node:net';

/** Networks that are nobody's on the internet: this host, this house, this link, tests, many at once (RFC 6890). */
const networks = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/3'],
  // The last two carry an IPv4 address: DNS could name a private one in disguise.
  ...['::/127', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8', '64:ff9b::/96', '2002::/16'],
];

const block = new BlockList();
for (const network of networks) {
  const [address = '', bits] = network.split('/');
  block.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4');
}

/** True for what must not be reached because a stranger's DNS says so, and for what is no address. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family === 0 || block.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

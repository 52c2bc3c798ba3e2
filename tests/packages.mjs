// What the suites use of the system: installed as root on Debian, otherwise named, with what is skipped for it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian's package, a file that is there when it is installed, and what needs it. */
const packages = [
  ['chromium', '/usr/bin/chromium', 'the journeys, Lighthouse and the HTML mail set'],
  [
    'fonts-noto-core',
    '/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf',
    'Arabic in pictures of screens',
  ],
  [
    'fonts-noto-color-emoji',
    '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf',
    'emoji in pictures of screens',
  ],
  [
    'python3-dkim',
    '/usr/lib/python3/dist-packages/dkim/__init__.py',
    'the independent look at signatures of outgoing mail',
  ],
  ['postfix', '/usr/sbin/postfix', 'the SMTP benchmark'],
  ['caddy', '/usr/bin/caddy', "the site's benchmark"],
  ['wireguard-tools', '/usr/bin/wg', 'tunnels in network namespaces'],
  ['wireguard-go', '/usr/bin/wireguard-go', 'tunnels in network namespaces'],
  ['nftables', '/usr/sbin/nft', 'tunnels in network namespaces'],
  ['iproute2', '/usr/bin/ip', 'tunnels in network namespaces'],
  ['iputils-ping', '/usr/bin/ping', 'tunnels in network namespaces'],
  ['conntrack', '/usr/sbin/conntrack', 'tunnels in network namespaces'],
  ['procps', '/usr/sbin/sysctl', 'tunnels in network namespaces'],
  ['zbar-tools', '/usr/bin/zbarimg', "reading a device's code as a telephone does"],
];

/** The server that the MongoDB half of every suite starts; Debian has no package of it. */
function lacksMongod() {
  const named = process.env.MONGOMS_SYSTEM_BINARY;
  const places = named
    ? [named]
    : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'mongod'));
  return !places.some((path) => existsSync(path));
}

const missing = () => packages.filter(([, file]) => !existsSync(file));

/** Installs what is missing where it can; answers a line for each thing that stays missing. */
export function preparePackages() {
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (canInstall && missing().length > 0) install(missing().map(([name]) => name));
  const lines = missing().map(([name, , needs]) => `not installed: ${name}; skipped for it: ${needs}`);
  if (lacksMongod())
    lines.push('not installed: mongod (MONGOMS_SYSTEM_BINARY names one); skipped for it: all on MongoDB');
  return lines;
}

function install(names) {
  console.log(`… installing ${names.join(', ')}`);
  // Postfix would start a server of its own on port 25; the benchmark starts its own elsewhere.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1', SYSTEMD_OFFLINE: '1' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  const done = apt('update') && apt('install', '-y', '--no-install-recommends', ...names);
  if (!done) console.error('apt-get did not succeed; what is missing stays missing.');
}

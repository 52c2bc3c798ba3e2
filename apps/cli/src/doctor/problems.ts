import { problems } from '@kontor/core';

/** What a look can find wrong with this host: a title that names the thing, for the office shows it without the subject. */
export const doctorProblems = problems('doctor', {
  'old-node': {
    kind: 'unavailable',
    title: 'Node {version} is too old.',
    hint: 'Run "npm ci": it brings Node 24.',
  },
  'little-memory': {
    kind: 'unavailable',
    title: '{memory} MiB of memory is too little to run.',
    hint: 'Kontor wants 2 GB to run.',
  },
  'no-folder': {
    kind: 'invalid',
    title: 'The data folder cannot be used: {dir} is no folder.',
    hint: 'Name a folder by KONTOR_DATA, or leave it out.',
  },
  'folder-forbidden': {
    kind: 'forbidden',
    title: 'The data folder cannot be used: {dir} cannot be written.',
    hint: 'Run Kontor as its owner, or name another by KONTOR_DATA.',
  },
  'little-room': {
    kind: 'unavailable',
    title: 'The disk is almost full: {free} MiB are free for {dir}.',
    hint: 'Make room: mail is refused when the disk is full.',
  },
  'port-in-use': {
    kind: 'conflict',
    title: 'Port {port} is in use by another program.',
    hint: 'Stop it, or choose another by {setting}.',
  },
  'port-forbidden': {
    kind: 'forbidden',
    title: 'This user may not listen on port {port}.',
    hint: 'Choose one above 1023 by {setting}.',
  },
  'no-such-address': {
    kind: 'invalid',
    title: 'This machine has no address {host}.',
    hint: 'Correct KONTOR_HOST.',
  },
  'part-silent': {
    kind: 'unavailable',
    title: 'The part "{part}" does not answer on {place}.',
    hint: 'See {log}.',
  },
  'database-forbidden': {
    kind: 'forbidden',
    title: 'This user may not look at the database.',
    hint: 'Run the command as the owner of the data folder.',
  },
  'mongodb-closed': {
    kind: 'unavailable',
    title: 'MongoDB cannot be opened.',
    hint: 'Check KONTOR_DATABASE; see {log}.',
  },
  'certificate-unusable': {
    kind: 'invalid',
    title: 'The certificate of mail cannot be used: {why}.',
    hint: 'Give PEM files that belong together.',
  },
  'key-of-another': {
    kind: 'invalid',
    title: 'The certificate of mail cannot be used: {key} is not the key of {cert}.',
    hint: 'Give PEM files that belong together.',
  },
  'certificate-expired': {
    kind: 'invalid',
    title: 'The certificate of mail {cert} has expired.',
    hint: 'Renew it, then start Kontor again.',
  },
  'certificate-early': {
    kind: 'invalid',
    title: 'The certificate of mail {cert} is not valid yet.',
    hint: "Check this machine's clock.",
  },
  'dkim-unreadable': {
    kind: 'broken',
    title: 'The key that signs outgoing mail cannot be read ({why}).',
    hint: 'Bring secrets/dkim back from a backup; without it no mail goes out.',
  },
  'tools-missing': {
    kind: 'unavailable',
    title: 'No tunnel can run on this host: not installed: {tools}.',
    hint: 'Install wireguard-tools, nftables and iproute2.',
  },
  'network-forbidden': {
    kind: 'forbidden',
    title: 'No tunnel can run on this host: the service may not change the network.',
    hint: 'Give the part vpn CAP_NET_ADMIN, or run Kontor as root.',
  },
  'no-wireguard': {
    kind: 'unavailable',
    title: 'No tunnel can run on this host: neither the kernel nor wireguard-go makes one.',
    hint: 'Install wireguard-go, or use a kernel with WireGuard ({why}).',
  },
  'cannot-forward': {
    kind: 'unavailable',
    title: 'Devices reach this server and nothing behind it: {settings} (network {network}).',
    hint: 'Allow it, for good by a file in /etc/sysctl.d: {command}',
  },
  'tunnel-closed': {
    kind: 'unavailable',
    title: 'A tunnel could not be opened (network {network}): {why}.',
    hint: 'Another program may have its UDP port.',
  },
  'peers-differ': {
    kind: 'unavailable',
    title: 'Peers that are not as they should be: {count} (network {network}).',
    hint: 'It is tried again every few seconds; see the log of vpn.',
  },
});

export type DoctorCode = keyof typeof doctorProblems.entries;

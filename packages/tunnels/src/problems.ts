import { problems } from '@kontor/core';

export const tunnelsProblems = problems('tunnels', {
  'vpn-away': {
    kind: 'unavailable',
    title: 'The VPN service does not answer.',
    hint: 'It is started again by itself. Wait a minute; if it stays away, tell whoever runs the server.',
  },
  'no-such-network': {
    kind: 'missing',
    title: 'There is no such network.',
    hint: 'It may have been removed; look at the list again.',
  },
  'no-such-device': {
    kind: 'missing',
    title: 'There is no such device.',
    hint: 'It may have been revoked; look at the list again.',
  },
  'networks-overlap': {
    kind: 'conflict',
    title: 'These addresses belong to the network {name} already.',
    hint: 'Take a range that no other network has, like 10.9.0.0/24.',
  },
  'port-taken': {
    kind: 'conflict',
    title: 'The network {name} has the port {port} already.',
    hint: 'Each network needs a port of its own.',
  },
  'name-taken': {
    kind: 'conflict',
    title: 'There is a network called {name} already.',
    hint: 'Choose another name.',
  },
  'too-many-networks': {
    kind: 'too-many',
    title: 'There are {count} networks; more cannot be made.',
    hint: 'Remove one that nobody needs.',
  },
  'being-changed': {
    kind: 'conflict',
    title: 'Somebody is changing the networks at this moment.',
    hint: 'Try again in a few seconds.',
  },
  'network-in-use': {
    kind: 'conflict',
    title: 'Devices are still in this network: {count}.',
    hint: 'Revoke them first.',
  },
  'network-full': {
    kind: 'conflict',
    title: 'This network has no address left.',
    hint: 'An admin can revoke devices nobody uses, or make another network.',
  },
  'too-many-devices': {
    kind: 'too-many',
    title: 'You have {count} devices; more are not possible.',
    hint: 'Revoke one you no longer use.',
  },
  'key-taken': {
    kind: 'conflict',
    title: 'This key is taken, or was once.',
    hint: 'Each device needs a key of its own. Add the device again for a fresh one.',
  },
});

import { problems } from '@kontor/core';

export const configProblems = problems('config', {
  'invalid-settings': {
    kind: 'invalid',
    title: 'Some settings are not as they should be: {list}.',
    hint: 'Correct these variables in the environment; .env.example explains each one.',
  },
  'unknown-settings': {
    kind: 'invalid',
    title: 'There is no setting called {list}.',
    hint: 'Look for a spelling mistake; .env.example lists every setting.',
  },
  'unreadable-file': {
    kind: 'invalid',
    title: 'The file that {name} names cannot be read.',
    hint: 'Check that {path} exists and that this service may read it.',
  },
  'empty-secret': {
    kind: 'invalid',
    title: 'The secret {path} is an empty file.',
    hint: 'Bring it back from a backup, or remove it: a new one is made at the next start.',
  },
  'open-secret': {
    kind: 'forbidden',
    title: 'Others on this machine can read the secret {path}.',
    hint: 'Run "chmod 600" on it as its owner, and as the owner run Kontor.',
  },
  'open-folder': {
    kind: 'forbidden',
    title: 'Everybody on this machine can read {dir}.',
    hint: 'Run "chmod 700" on it as its owner, or name another folder by KONTOR_DATA.',
  },
  'demo-not-on-loopback': {
    kind: 'invalid',
    title: 'The demo listens on this machine only, but KONTOR_HOST is {host}.',
    hint: 'Leave KONTOR_HOST out, or use npm start for a real office.',
  },
  'demo-sends-nothing': {
    kind: 'invalid',
    title: 'The demo sends no mail into the world, but KONTOR_OUTBOUND is {outbound}.',
    hint: 'Leave KONTOR_OUTBOUND and KONTOR_SMARTHOST out, or use npm start for a real office.',
  },
  'no-smarthost': {
    kind: 'invalid',
    title: 'KONTOR_OUTBOUND is smarthost, but there is no KONTOR_SMARTHOST.',
    hint: 'Give its address, like smtps://name:password@host:465.',
  },
  'ports-alike': {
    kind: 'invalid',
    title: 'Two parts would listen on port {port}: {list}.',
    hint: 'Give each of these settings a port of its own.',
  },
  'half-a-certificate': {
    kind: 'invalid',
    title: 'KONTOR_TLS_CERT and KONTOR_TLS_KEY belong together, and one is missing.',
    hint: 'Give both files, or neither.',
  },
});

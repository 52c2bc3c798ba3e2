import { problems } from '@kontor/core';

/** What keeps a command from doing its work. A word or flag it does not know is told by `arguments.ts`. */
export const cliProblems = problems('cli', {
  'already-running': {
    kind: 'conflict',
    title: 'Kontor runs already on the data folder {dir} (process {pid}).',
    hint: 'Use that one, or stop it with Ctrl-C in its terminal or "kill {pid}".',
  },
  'not-running': {
    kind: 'unavailable',
    title: 'No Kontor runs on the data folder {dir}.',
    hint: 'Start it with "npm start", or the demo with "npm run demo".',
  },
  'ports-in-use': {
    kind: 'conflict',
    title: 'In use by another program: {list}.',
    hint: 'Stop that program, or choose another port by the setting named.',
  },
  'port-forbidden': {
    kind: 'forbidden',
    title: 'This user may not listen on port {port} ({setting}).',
    hint: 'Ports below 1024 need the right to bind them; choose a higher one, or give the right.',
  },
  'no-such-address': {
    kind: 'invalid',
    title: 'This machine has no network address {host} (KONTOR_HOST).',
    hint: 'Leave KONTOR_HOST out to listen on this machine only, or give one of its own addresses.',
  },
  'disk-full': {
    kind: 'unavailable',
    title: 'The disk that holds {dir} is full.',
    hint: 'Make room ("df -h" shows where), then start again; nothing that was accepted is lost.',
  },
  'folder-forbidden': {
    kind: 'forbidden',
    title: 'The data folder {dir} cannot be written.',
    hint: 'Run Kontor as the owner of that folder, or name another by KONTOR_DATA.',
  },
  'no-folder': {
    kind: 'invalid',
    title: 'The data folder {dir} cannot be used: a file is in its way.',
    hint: 'Name a folder by KONTOR_DATA, or leave it out.',
  },
  'certificate-unusable': {
    kind: 'invalid',
    title: 'The certificate of mail (KONTOR_TLS_CERT, KONTOR_TLS_KEY) cannot be used: {why}.',
    hint: 'Give PEM files that belong together and that this user may read.',
  },
  'mongodb-away': {
    kind: 'unavailable',
    title: 'MongoDB does not answer.',
    hint: 'Check that it runs and that KONTOR_DATABASE names it; {log} has the reason.',
  },
  'other-domain': {
    kind: 'invalid',
    title: 'A person of this firm has an address at {domain}.',
    hint: 'Give one like anna.berg@{domain}.',
  },
  'not-built': {
    kind: 'unavailable',
    title: 'Not built yet: {list}.',
    hint: 'Run "npm start" or "npm run demo": they build what is missing.',
  },
  'not-the-demo': {
    kind: 'conflict',
    title: 'There is an office in {dir} that is not the demo.',
    hint: 'Leave KONTOR_DATA and KONTOR_DATABASE out: the demo then has a folder of its own, data/demo.',
  },
  'fresh-on-mongodb': {
    kind: 'conflict',
    title: 'Only the embedded database is emptied by --fresh.',
    hint: 'Drop the MongoDB database of the demo yourself, then start the demo without --fresh.',
  },
  'child-failed': {
    kind: 'broken',
    title: 'The office could not do its part: {why}.',
    hint: 'See {log}; "npm run kontor -- doctor" says what works on this host.',
  },
  'no-data': {
    kind: 'missing',
    title: 'There is no Kontor in the data folder {dir} yet.',
    hint: 'Begin with "npm start"; --demo or KONTOR_DATA mean another folder.',
  },
  'not-set-up': {
    kind: 'conflict',
    title: 'This office is not set up yet, so it has no mailbox.',
    hint: 'Open the set-up link that the start command printed, or name an address.',
  },
  'mail-refused': {
    kind: 'unavailable',
    title: 'The test mail was not taken: {why}',
    hint: 'Check that Kontor runs ("npm run kontor -- status") and that the address exists.',
  },
});

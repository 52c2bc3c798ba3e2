import { problems } from '@kontor/core';

export const dataProblems = problems('data', {
  busy: {
    kind: 'unavailable',
    title: 'The database is busy with another write.',
    hint: 'Try again in a moment.',
  },
  unavailable: {
    kind: 'unavailable',
    title: 'The database does not answer.',
    hint: 'Try again in a moment; kontor doctor tells the operator what is wrong.',
  },
  'already-there': {
    kind: 'conflict',
    title: 'There is already an entry with the same {field}.',
    hint: 'Choose another one.',
  },
  'corrupt-blob': {
    kind: 'broken',
    title: 'A stored file is damaged: its bytes no longer match its name {hash}.',
    hint: 'Restore this file from a backup.',
  },
  'missing-blob': {
    kind: 'missing',
    title: 'A stored file is missing: {hash}.',
    hint: 'Restore this file from a backup.',
  },
  'newer-data': {
    kind: 'conflict',
    title: 'This data folder was written by a newer Kontor ({migration}).',
    hint: 'Start the newer version, or restore the backup made before the upgrade.',
  },
});

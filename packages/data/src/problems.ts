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
  'older-data': {
    kind: 'conflict',
    title: 'This data folder still has the shape of an older Kontor ({migration} is missing).',
    hint: 'Start Kontor with npm start: it upgrades the data before any part runs.',
  },
  'in-use': {
    kind: 'conflict',
    title: 'The database is to be upgraded, but a part of Kontor still has it open.',
    hint: 'Stop every part of the older version and start again; nothing was changed.',
  },
  'no-room': {
    kind: 'unavailable',
    title: 'The disk is too full to upgrade: {needed} MiB are needed in {folder}, {free} MiB are free.',
    hint: 'Make room and start again; the database is as it was.',
  },
  'upgrade-failed': {
    kind: 'broken',
    title: 'The upgrade of the database to {label} did not succeed: {why}.',
    hint: 'The database is as it was: go on with the version before, and report this.',
  },
  damaged: {
    kind: 'broken',
    title: 'The database {file} is damaged: {why}',
    hint: 'Stop Kontor and restore the data folder from a backup.',
  },
  'not-flushed': {
    kind: 'broken',
    title: 'The database does not flush commits to disk.',
    hint: 'Report this as a bug.',
  },
  'not-acknowledged': {
    kind: 'unavailable',
    title: 'MongoDB did not acknowledge a journalled majority write: {why}',
    hint: 'Switch journaling on, and see that a majority of the replica set is up.',
  },
});

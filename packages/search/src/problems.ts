import { problems } from '@kontor/core';

export const searchProblems = problems('search', {
  off: {
    kind: 'unavailable',
    title: 'This Kontor has no Meilisearch, so it has no index.',
    hint: 'Install "meilisearch" or name one by KONTOR_MEILI_URL; until then titles and subjects are searched.',
  },
  away: {
    kind: 'unavailable',
    title: 'Meilisearch does not answer.',
    hint: 'Check that Kontor runs ("npm run kontor -- status"); the log of the part "search" has the reason.',
  },
  'key-refused': {
    kind: 'forbidden',
    title: 'Meilisearch does not take our key.',
    hint: 'KONTOR_MEILI_KEY_FILE must hold the master key of the Meilisearch at KONTOR_MEILI_URL.',
  },
  'task-failed': {
    kind: 'broken',
    title: 'Meilisearch could not write the index: {why}',
    hint: 'Often its disk is full. "npm run kontor -- search rebuild" makes the index anew.',
  },
  'rebuild-runs': {
    kind: 'conflict',
    title: 'The index is being rebuilt already.',
    hint: 'Wait for it; "npm run kontor -- doctor" says when search works.',
  },
});

/** Raised with every change to the settings or to what a document holds: an index of another shape is built anew. */
export const shape = 1;

export const indexSettings = {
  searchableAttributes: ['title', 'text'],
  filterableAttributes: ['kind', 'scopes'],
  displayedAttributes: [
    'id',
    'kind',
    'record',
    'topic',
    'chunk',
    'chunks',
    'title',
    'text',
    'seq',
    'told',
    'shape',
    'built',
  ],
  // One hit of all passages of a page, of all messages of a conversation.
  distinctAttribute: 'topic',
  rankingRules: ['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness', 'date:desc'],
  // Another figure is another figure.
  typoTolerance: { disableOnNumbers: true },
  pagination: { maxTotalHits: 200 },
} as const;

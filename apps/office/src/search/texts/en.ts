/** The words of search. `{name}` is filled in; a key with ".one", ".other"… is chosen by number. */
export const en = {
  title: 'Search',
  open: 'Search',
  field: 'Search mail and wiki',
  send: 'Search',
  close: 'Close',
  hint: 'Words of a page, a file or a mail; a slip of the finger is forgiven.',
  'kind.page': 'Wiki pages',
  'kind.file': 'Files',
  'kind.mail': 'Mail',
  'found.one': '{count} result',
  'found.other': '{count} results',
  'found.more': 'More than {count} results',
  all: 'All results',
  'all-of-kind': 'All: {kind}',
  'every-kind': 'Every kind of result',
  nothing: 'Nothing found for “{query}”.',
  'nothing-hint': 'Try fewer or other words. Only what you may read is searched.',
  'no-title': '(no subject)',
  working: 'Searching',
  'without.off':
    'This office has no search index. Only titles, subjects and senders of what is newest are searched.',
  'without.away':
    'The search index does not answer just now. Only titles, subjects and senders of what is newest are searched.',
  'without.building':
    'The search index is being built. Until then only titles, subjects and senders of what is newest are searched.',
  offline: 'You are offline. Search works again once you are connected.',
  failed: 'The search did not come back.',
  'failed-hint': 'Check your connection, then try again.',
  again: 'Try again',
};

export type SearchTextKey = keyof typeof en;

import { problems } from '@kontor/core';

export const wikiProblems = problems('wiki', {
  'no-such-space': {
    kind: 'missing',
    title: 'This space is not there.',
    hint: 'It may have been renamed; look in the list of spaces.',
  },
  'space-taken': {
    kind: 'conflict',
    title: 'There is a space at the address {slug} already.',
    hint: 'Choose another name.',
  },
  'no-such-page': {
    kind: 'missing',
    title: 'This page is not there.',
    hint: 'It may have been deleted for good.',
  },
  'no-such-version': {
    kind: 'missing',
    title: 'This page has no such version.',
    hint: 'Look at its history.',
  },
  'no-such-attachment': {
    kind: 'missing',
    title: 'This attachment is not there.',
    hint: 'It may have been removed from its page.',
  },
  'no-such-group': {
    kind: 'missing',
    title: 'There is no such group.',
    hint: 'Choose one of the groups of your firm.',
  },
  'in-trash': {
    kind: 'conflict',
    title: 'This page is in the trash.',
    hint: 'Restore it first.',
  },
  'trashed-above': {
    kind: 'conflict',
    title: 'This page went to the trash with a page above it.',
    hint: 'Restore or delete that page; this one goes with it.',
  },
  'not-in-trash': {
    kind: 'conflict',
    title: 'This page is not in the trash.',
    hint: 'Move it there first; only from there is a page deleted for good.',
  },
  'not-a-document': {
    kind: 'invalid',
    title: 'What was sent is not a page as the wiki keeps them.',
    hint: 'Load the page again and enter the change once more.',
  },
  'page-too-large': {
    kind: 'too-large',
    title: 'This page is too long.',
    hint: 'Spread it over several pages; one holds about a million characters.',
  },
  'markdown-unread': {
    kind: 'too-large',
    title: 'Reading this text takes too long.',
    hint: 'Spread it over several files and import one after the other.',
  },
  'below-itself': {
    kind: 'conflict',
    title: 'A page cannot be moved below itself.',
    hint: 'Choose a place outside of it.',
  },
  'too-deep': {
    kind: 'conflict',
    title: 'The tree would become deeper than 20 pages.',
    hint: 'Choose a place further up.',
  },
  'tree-busy': {
    kind: 'unavailable',
    title: 'Others are moving pages of this space just now.',
    hint: 'Try again in a moment.',
  },
  'too-many-attachments': {
    kind: 'conflict',
    title: 'This page has {count} attachments, which is as many as a page can have.',
    hint: 'Remove one, or put this one on another page.',
  },
  'attachment-too-large': {
    kind: 'too-large',
    title: 'This file is larger than {megabytes} MB.',
    hint: 'Make it smaller, or keep it elsewhere and link to it.',
  },
});

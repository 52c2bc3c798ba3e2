import { problems } from '@kontor/core';

export const mailboxProblems = problems('mailbox', {
  'no-such-folder': {
    kind: 'missing',
    title: 'This folder is not there.',
    hint: 'It may have been removed; go back to the inbox.',
  },
  'no-such-conversation': {
    kind: 'missing',
    title: 'This conversation is not in this folder.',
    hint: 'It may have been moved or deleted.',
  },
  'no-such-message': {
    kind: 'missing',
    title: 'This message is not there.',
    hint: 'It may have been deleted for good.',
  },
  'no-such-attachment': {
    kind: 'missing',
    title: 'This message has no such attachment.',
    hint: 'Open the message again.',
  },
  'no-such-mailbox': {
    kind: 'missing',
    title: 'Nobody here has the address {address}.',
    hint: 'Check the spelling of the address.',
  },
  'no-such-draft': {
    kind: 'missing',
    title: 'This draft is not there.',
    hint: 'It may have been sent or thrown away.',
  },
  'draft-changed': {
    kind: 'conflict',
    title: 'This draft was changed elsewhere meanwhile.',
    hint: 'Open it again to see what was written there.',
  },
  'not-your-mailbox': {
    kind: 'forbidden',
    title: 'You do not write from this mailbox.',
    hint: 'Choose another sender. An admin of your firm can share the mailbox with you.',
  },
  'too-many-drafts': {
    kind: 'too-many',
    title: 'There are 1000 drafts of yours.',
    hint: 'Send some or throw some away, then go on.',
  },
  'attachments-too-large': {
    kind: 'too-large',
    title: 'Attachments may have 25 MB in all.',
    hint: 'Take some off, or send them in several messages.',
  },
  'too-many-attachments': {
    kind: 'too-many',
    title: 'A message carries at most 100 files.',
    hint: 'Take some off, or put them into one archive.',
  },
});

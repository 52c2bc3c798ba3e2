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
});

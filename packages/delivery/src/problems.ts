import { problems } from '@kontor/core';

export const deliveryProblems = problems('delivery', {
  loop: {
    kind: 'invalid',
    title: 'This message has been passed on too many times; it seems to go in circles.',
    hint: 'Look for two mailboxes that forward to each other.',
  },
  'huge-header': {
    kind: 'invalid',
    title: 'The header section is larger than 256 kB, or one of its fields has more than 2,500 lines.',
    hint: 'Write to fewer recipients at once, or leave out headers that grew on the way.',
  },
  'unclear-author': {
    kind: 'invalid',
    title: 'The message does not say in one From field, with an address that can be read, who wrote it.',
    hint: 'Send one From such as Anna <anna@example.com>; where there are several authors, name one Sender too (RFC 5322 section 3.6).',
  },
  'bare-line-break': {
    kind: 'invalid',
    title: 'The message contains a bare CR or LF.',
    hint: 'Lines end with CR LF (RFC 5321 section 2.3.8); the sending program needs to be corrected.',
  },
});

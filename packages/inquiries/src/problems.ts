import { problems } from '@kontor/core';

export const inquiryProblems = problems('inquiries', {
  'no-such-inquiry': {
    kind: 'missing',
    title: 'This question is not there.',
    hint: 'Look at Today again.',
  },
  'taken-meanwhile': {
    kind: 'conflict',
    title: '{name} took this question meanwhile.',
    hint: 'Talk to each other, or hand it over.',
  },
  'no-open-question': {
    kind: 'conflict',
    title: 'This question is answered or closed already.',
    hint: 'Look at Today again.',
  },
  'no-such-colleague': {
    kind: 'invalid',
    title: 'Nobody here can take it by that name.',
    hint: 'Choose somebody who works here now.',
  },
});

import { problems } from '@kontor/core';

export const peopleProblems = problems('people', {
  'wrong-password': {
    kind: 'unauthenticated',
    title: 'The address or the password is not right.',
    hint: 'Check both. Whoever runs your firm’s server can give you a new password.',
  },
  'too-many-attempts': {
    kind: 'too-many',
    title: 'There were too many attempts to sign in.',
    hint: 'Wait {minutes} min, then try again.',
  },
  'weak-password': {
    kind: 'invalid',
    title: 'This password is too easy to guess.',
    hint: 'Take at least 10 characters that are not a common password; a few words in a row are good.',
  },
  'set-up-link-used': {
    kind: 'forbidden',
    title: 'This set-up link is not valid any more.',
    hint: 'Run "npm run kontor -- setup-link" on the server for a new one.',
  },
  'already-set-up': {
    kind: 'conflict',
    title: 'This office is set up already.',
    hint: 'Sign in at /login.',
  },
  'address-taken': {
    kind: 'conflict',
    title: 'The address {address} is taken.',
    hint: 'Choose another one.',
  },
  'no-such-person': {
    kind: 'missing',
    title: 'There is no such person.',
    hint: 'Look at the list of people; the address may be misspelt.',
  },
  'not-set-up': {
    kind: 'conflict',
    title: 'This office is not set up yet.',
    hint: 'Open the set-up link that the start command printed.',
  },
  'last-admin': {
    kind: 'conflict',
    title: 'This is the only admin.',
    hint: 'Make somebody else an admin first: "npm run kontor -- person role NAME@DOMAIN admin" on the server.',
  },
});

import { problems } from '@kontor/core';

export const sendingProblems = problems('mail', {
  'no-such-draft': {
    kind: 'missing',
    title: 'This draft is not there any more.',
    hint: 'It may have been sent or thrown away; look into Sent.',
  },
  'draft-changed': {
    kind: 'conflict',
    title: 'This draft has been changed elsewhere since you opened it.',
    hint: 'Open it again, see what changed, and send it then.',
  },
  'wrong-address': {
    kind: 'invalid',
    title: '“{address}” is not an address.',
    hint: 'Correct or remove it and send the message again.',
  },
  'nobody-here': {
    kind: 'invalid',
    title: 'Nobody here has the address {address}.',
    hint: 'Check its spelling, or remove it.',
  },
  'nobody-to-send-to': {
    kind: 'invalid',
    title: 'Nobody is named to whom this should go.',
    hint: 'Write at least one address.',
  },
  'too-many-recipients': {
    kind: 'invalid',
    title: 'A message goes to {most} addresses at most.',
    hint: 'Send it to fewer at once.',
  },
  'too-fast': {
    kind: 'too-many',
    title: 'You have written to {most} addresses within an hour.',
    hint: 'Wait a while and send it then. If that was not you, tell an admin at once: somebody may have your password.',
  },
  'not-your-address': {
    kind: 'forbidden',
    title: 'This mailbox does not send as {address}.',
    hint: 'Choose the address of the mailbox itself.',
  },
  'too-large': {
    kind: 'too-large',
    title: 'With its attachments this message is larger than {most} MB.',
    hint: 'Leave out or shrink an attachment, or share it in another way.',
  },
  'no-such-message': {
    kind: 'missing',
    title: 'No such message was sent from here.',
    hint: 'Look into Sent.',
  },
  'too-late': {
    kind: 'conflict',
    title: 'This message is on its way already.',
    hint: 'It can be taken back for ten seconds only; write another one to correct it.',
  },
});

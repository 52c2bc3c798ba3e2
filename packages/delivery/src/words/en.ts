export const en = {
  from: 'Mail service',
  noSubject: '(no subject)',
  notSent: 'Not delivered: {subject}',
  late: 'Still on its way: {subject}',
  failedText: 'Your message “{subject}” did not reach:',
  failedEnd:
    'It will not be tried again. Your message is in Sent; correct what is wrong and send it once more.',
  lateText: 'Your message “{subject}” has not been taken yet for:',
  lateEnd: 'You need to do nothing: it is tried for four days, and you are told if it cannot be delivered.',
  reasons: {
    'no-such-address': 'there is no such address. Check how it is spelt.',
    full: 'the mailbox there is full.',
    'too-large': 'the message is too large for the other server.',
    refused: 'the other server refused the message.',
    'no-such-domain': 'the part after the @ does not exist. Check how it is spelt.',
    'takes-no-mail': 'this domain takes no mail.',
    'cannot-spell': 'the other server cannot take an address with such letters.',
    'not-reached': 'the other server could not be reached.',
    'sender-left': 'whoever sent it has left the firm meanwhile, so it was not sent.',
    'not-taken': 'the other server did not take it.',
  },
};

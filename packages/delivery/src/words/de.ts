import type { en } from './en.ts';

export const de: typeof en = {
  from: 'E-Mail-Dienst',
  noSubject: '(kein Betreff)',
  notSent: 'Nicht zugestellt: {subject}',
  late: 'Noch unterwegs: {subject}',
  failedText: 'Ihre Nachricht „{subject}“ hat nicht erreicht:',
  failedEnd:
    'Es wird nicht noch einmal versucht. Ihre Nachricht liegt unter „Gesendet“; berichtigen Sie, was nicht stimmt, und senden Sie sie erneut.',
  lateText: 'Ihre Nachricht „{subject}“ wurde noch nicht angenommen für:',
  lateEnd:
    'Sie brauchen nichts zu tun: Es wird vier Tage lang versucht, und Sie erfahren, wenn sie nicht zugestellt werden kann.',
  reasons: {
    'no-such-address': 'Diese Adresse gibt es nicht. Prüfen Sie die Schreibweise.',
    full: 'Das Postfach dort ist voll.',
    'too-large': 'Die Nachricht ist dem anderen Server zu groß.',
    refused: 'Der andere Server hat die Nachricht abgelehnt.',
    'no-such-domain': 'Den Teil nach dem @ gibt es nicht. Prüfen Sie die Schreibweise.',
    'takes-no-mail': 'Diese Domain nimmt keine E-Mails an.',
    'cannot-spell': 'Der andere Server nimmt keine Adresse mit solchen Buchstaben an.',
    'not-reached': 'Der andere Server war nicht zu erreichen.',
    'sender-left':
      'Wer sie gesendet hat, ist inzwischen nicht mehr in der Firma; sie wurde deshalb nicht gesendet.',
    'not-taken': 'Der andere Server hat sie nicht angenommen.',
  },
};

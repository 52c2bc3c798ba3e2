/**
 * One good input per action, to be spoilt field by field. The suite fails for an action that has none here, and for one
 * whose sample is not good: both are how a new action is noticed.
 */
export const samples: Record<string, Record<string, unknown>> = {
  'people.add-person': {
    name: 'Anna Berg',
    localPart: 'anna.berg',
    role: 'staff',
    groups: [],
    language: 'en',
    timeZone: 'Europe/Berlin',
    password: 'rebate-mitre-dovetail-88',
    profile: { shown: false },
  },
  'people.change-own-settings': { language: 'ar', timeZone: 'Europe/London' },
  'people.change-password': { current: 'old', password: 'rebate-mitre-dovetail-89', keep: '' },
  'people.renew-password': { email: 'nobody@y.test', password: 'rebate-mitre-dovetail-90' },
  'people.disable-person': { person: 'nobody' },
  'people.enable-person': { person: 'nobody' },
  'people.set-role': { person: 'nobody', role: 'editor' },
  'people.issue-set-up-token': {},
  'people.set-up-firm': {
    token: 'x',
    firmName: 'Another',
    domain: 'another.test',
    languages: ['en'],
    timeZone: 'Europe/London',
    name: 'Mallory',
    localPart: 'mallory',
    password: 'rebate-mitre-dovetail-91',
  },
  'people.sign-in': { email: 'nobody@y.test', password: 'wrong', device: 'a browser' },
  'people.sign-out': { token: 'x' },
  'mailbox.list-mailboxes': {},
  'mailbox.list-conversations': { folder: 'none', limit: 10, filter: 'all' },
  'mailbox.read-conversation': { folder: 'none', thread: 'none' },
  'mailbox.mark-conversation': { folder: 'none', thread: 'none', seen: true, flagged: true },
  'mailbox.move-conversation': { folder: 'none', thread: 'none', to: { role: 'archive' } },
  'mailbox.delete-conversation': { folder: 'none', thread: 'none' },
  'mailbox.read-html': { message: 'none' },
  'mailbox.open-part': { message: 'none', part: 1 },
  'mailbox.open-source': { message: 'none' },
  'inquiries.receive': {
    name: 'Nora',
    email: 'nora@example.com',
    phone: '',
    text: 'Do you make stairs?',
    key: '0123456789abcdef',
    language: 'en',
    page: '/contact',
    receivedAt: 1_790_000_000_000,
  },
};

/** Actions that somebody who is not signed in may ask for through the web; every other one must refuse. */
export const openToAnyone = ['people.sign-in', 'people.sign-out', 'people.set-up-firm'];

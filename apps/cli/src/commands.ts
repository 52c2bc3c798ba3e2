/** What help tells of a command and a command line is checked against; `run-command.ts` holds what it does. */
export interface Command {
  name: CommandName;
  says: string;
  /** What follows the name, as help shows it. */
  takes: string;
  least: number;
  most: number;
  /** What each flag says in help; none takes a value. */
  flags: Readonly<Record<string, string>>;
}

export type CommandName =
  | 'start'
  | 'demo'
  | 'dev'
  | 'status'
  | 'doctor'
  | 'setup-link'
  | 'person add'
  | 'person disable'
  | 'person enable'
  | 'person role'
  | 'person password'
  | 'send-test-mail'
  | 'migrate'
  | 'search rebuild'
  | 'help';

const demo = { '--demo': "means the demo's data folder" };
const bare = { takes: '', least: 0, most: 0, flags: {} };

export const commands: readonly Command[] = [
  { ...bare, name: 'start', says: 'starts every part and watches over them' },
  {
    ...bare,
    name: 'demo',
    says: 'the same in a folder of its own, filled with an example firm',
    flags: { '--fresh': 'empties the demo first' },
  },
  { ...bare, name: 'dev', says: 'the source, reloading, for those who work on it', flags: demo },
  { ...bare, name: 'status', says: 'which parts run and answer', flags: demo },
  { ...bare, name: 'doctor', says: 'what works on this host and what does not', flags: demo },
  { ...bare, name: 'setup-link', says: 'a new one-time link that sets the firm up', flags: demo },
  {
    name: 'person add',
    says: 'lets a person join: login and mailbox; prints their password once',
    takes: 'NAME@DOMAIN "FULL NAME"',
    least: 2,
    most: 2,
    flags: demo,
  },
  {
    name: 'person disable',
    says: 'shuts a person out at once; their mail stays',
    takes: 'NAME@DOMAIN',
    least: 1,
    most: 1,
    flags: demo,
  },
  {
    name: 'person enable',
    says: 'lets a person in again who was shut out',
    takes: 'NAME@DOMAIN',
    least: 1,
    most: 1,
    flags: demo,
  },
  {
    name: 'person role',
    says: 'says what a person may do everywhere: admin, editor (of the site) or staff',
    takes: 'NAME@DOMAIN ROLE',
    least: 2,
    most: 2,
    flags: demo,
  },
  {
    name: 'person password',
    says: 'gives a person a new password and ends their sessions',
    takes: 'NAME@DOMAIN',
    least: 1,
    most: 1,
    flags: demo,
  },
  {
    name: 'send-test-mail',
    says: 'sends a mail through the SMTP door',
    takes: '[NAME@DOMAIN]',
    least: 0,
    most: 1,
    flags: demo,
  },
  {
    ...bare,
    name: 'migrate',
    says: "brings the database to this version's shape; start does it too",
    flags: demo,
  },
  {
    ...bare,
    name: 'search rebuild',
    says: 'makes the index of search anew, while the old one answers',
    flags: demo,
  },
  {
    name: 'help',
    says: 'this list, or more on one command',
    takes: '[COMMAND]',
    least: 0,
    most: 2,
    flags: {},
  },
];

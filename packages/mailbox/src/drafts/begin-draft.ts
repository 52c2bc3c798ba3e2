import { action, newId } from '@kontor/core';
import type { Row } from '@kontor/data';
import { z } from 'zod';
import { messageReaders } from '#access.ts';
import type { MailContext } from '#context.ts';
import { findMailbox, type Mailbox, mailboxesOf } from '#mailboxes.ts';
import { mailboxProblems } from '#problems.ts';
import type { Address, AttachmentInfo } from '#types.ts';
import type { Draft } from './draft.ts';
import { messageField } from './letter-fields.ts';
import { answeredTo, linksOf, subjectOf } from './reply.ts';

/** The message that is answered or forwarded, for the lines that quote it. */
export interface Original {
  from: Address[];
  /** Who wrote it: a form of our own site speaks for the one who is to be answered. */
  writer: Address[];
  to: Address[];
  cc: Address[];
  subject: string;
  /** ISO 8601 instant. */
  date: string;
  text: string;
  attachments: AttachmentInfo[];
}

export interface Beginning {
  /** Version 0: it is kept when it is first saved. */
  draft: Draft;
  original: Original | null;
}

/** How a letter begins: to whom, about what, and what it quotes. Nothing is kept yet. */
export const beginDraft = action({
  name: 'mailbox.begin-draft',
  quiet: true,
  input: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('new'), mailbox: z.string().max(80).optional() }),
    z.object({ kind: z.enum(['reply', 'reply-all', 'forward']), message: messageField }),
  ]),
  can: (caller, input, context: MailContext) =>
    input.kind === 'new'
      ? caller.person !== null
      : messageReaders(caller, { message: input.message }, context),
  async run(context: MailContext, input, caller): Promise<Beginning> {
    if (!caller.person) return mailboxProblems.raise('no-such-draft');
    if (input.kind === 'new') {
      const all = await mailboxesOf(context, caller.person);
      const mailbox = all.find(({ id }) => id === input.mailbox) ?? all[0];
      if (!mailbox) return mailboxProblems.raise('not-your-mailbox');
      return { draft: emptyDraft(context, mailbox, caller.person.id), original: null };
    }
    const [row] = await context.bulk.find('messages', { id: input.message }, { limit: 1 });
    const mailbox = row ? await findMailbox(context, String(row['mailbox'])) : null;
    if (!row || !mailbox) return mailboxProblems.raise('no-such-message');
    const original = originalOf(row);
    const empty = emptyDraft(context, mailbox, caller.person.id);
    const subject = subjectOf(input.kind, original.subject);
    if (input.kind === 'forward') return { draft: { ...empty, subject, forwards: row.id }, original };
    const own = await ownAddresses(context, mailbox);
    const replyTo = list<Address>(row['replyTo']);
    if (replyTo.length > 0 && original.from.every(({ address }) => own.has(address)))
      original.writer = replyTo;
    const recipients = answeredTo(original, replyTo, own, input.kind === 'reply-all');
    return { draft: { ...empty, ...recipients, ...linksOf(row), subject, answers: row.id }, original };
  },
});

const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);

const emptyDraft = ({ clock }: MailContext, mailbox: Mailbox, author: string): Draft => ({
  id: newId(clock.now()),
  version: 0,
  mailbox: mailbox.id,
  author,
  from: { name: mailbox.name, address: mailbox.address },
  to: [],
  cc: [],
  bcc: [],
  subject: '',
  text: '',
  answers: null,
  forwards: null,
  inReplyTo: null,
  references: [],
  attachments: [],
});

const originalOf = (row: Row): Original => ({
  from: list<Address>(row['from']),
  writer: list<Address>(row['from']),
  to: list<Address>(row['to']),
  cc: list<Address>(row['cc']),
  subject: String(row['subject'] ?? ''),
  date: new Date(Number(row['sentAt'] ?? row['internalDate'])).toISOString(),
  text: String(row['text'] ?? ''),
  attachments: list<AttachmentInfo>(row['attachments']),
});

/** A mailbox answers to none of its own names. */
async function ownAddresses({ bulk }: MailContext, mailbox: Mailbox): Promise<Set<string>> {
  const aliases = await bulk.find('aliases', { mailbox: mailbox.id }, { limit: 100, select: ['address'] });
  return new Set([mailbox.address, ...aliases.map((alias) => String(alias['address']))]);
}

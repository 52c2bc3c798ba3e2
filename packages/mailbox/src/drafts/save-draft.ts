import { action, type Caller } from '@kontor/core';
import type { Op, Row } from '@kontor/data';
import { z } from 'zod';
import { messageReaders } from '#access.ts';
import type { MailContext } from '#context.ts';
import { findMailbox, mayRead } from '#mailboxes.ts';
import { mailboxProblems } from '#problems.ts';
import { carriedUploads, copiedUploads } from './carry.ts';
import { attachmentsOf, type DraftAttachment, draftRow, draftsChanged, firstWords } from './draft.ts';
import { draftField, letterFields, messageField } from './letter-fields.ts';
import { linksOf } from './reply.ts';

export interface SavedDraft {
  version: number;
  attachments: Omit<DraftAttachment, 'blob'>[];
}

const mostDrafts = 1000;

const input = z.object({
  id: draftField,
  /** The version it was written over; 0 keeps it for the first time. */
  version: z.number().int().min(0).max(1_000_000_000),
  /** The screen that writes, so that it can save again when the answer to its last save was lost. */
  savedBy: z.string().max(40).default(''),
  ...letterFields,
  answers: messageField.nullable().default(null),
  forwards: messageField.nullable().default(null),
  /** At the first save: attachments of the forwarded message that go along. */
  carry: z.array(z.number().int().min(0).max(999)).max(500).default([]),
  /** At the first save: the draft whose attachments go along, when two had written over each other. */
  copyOf: draftField.nullable().default(null),
});
type Input = z.output<typeof input>;

/** Keeps what has been written so far. Throws mailbox.draft-changed where somebody else has saved since. */
export const saveDraft = action({
  name: 'mailbox.save-draft',
  quiet: true,
  input,
  can: async (caller, { version, answers, forwards }, context: MailContext) => {
    // Kept once, it is no longer asked for: what it answers may be gone, and what is typed is still theirs.
    if (version > 0) return caller.person !== null;
    for (const message of [answers, forwards]) {
      if (message && !(await messageReaders(caller, { message }, context))) return false;
    }
    return caller.person !== null;
  },
  async run(context: MailContext, draft, caller): Promise<SavedDraft> {
    await refuseForeignMailbox(context, draft.mailbox, caller);
    const author = caller.person?.id ?? '';
    const version = await (draft.version === 0
      ? first(context, draft, author)
      : next(context, draft, author));
    const attachments = await attachmentsOf(context, draft.id);
    return { version, attachments: attachments.map(({ blob: _blob, ...shown }) => shown) };
  },
});

/** Who no longer shares a mailbox writes from it no more; the draft stays theirs, for another mailbox. */
async function refuseForeignMailbox(context: MailContext, id: string, { person }: Caller): Promise<void> {
  const mailbox = await findMailbox(context, id);
  if (!mailbox || !person || !mayRead(mailbox, person)) mailboxProblems.raise('not-your-mailbox');
}

async function first(context: MailContext, draft: Input, author: string): Promise<number> {
  const { bulk, clock } = context;
  if ((await bulk.count('drafts', { author })) >= mostDrafts) mailboxProblems.raise('too-many-drafts');
  const { carry, copyOf, savedBy, ...letter } = draft;
  const links = await linksTo(context, draft.answers);
  const uploads = copyOf
    ? await copiedUploads(context, copyOf, author, draft.id)
    : await carriedUploads(context, draft.forwards, carry, draft.id);
  const row = draftRow({ ...letter, ...links, author, savedBy, version: 1 }, clock.now());
  const [written] = await bulk.write([
    { op: 'insert', into: 'drafts', rows: [row] },
    draftsChanged({ ...draft, author }, clock.now()),
  ]);
  // Only on what is theirs: the same id may be another person's draft. Said again, they are the same rows.
  const own = { id: draft.id, author, savedBy, version: 1 };
  if (uploads.length > 0 && (await bulk.count('drafts', own)) > 0)
    await bulk.write([{ op: 'insert', into: 'uploads', rows: uploads }]);
  return written?.count === 1 ? 1 : next(context, draft, author);
}

async function linksTo({ bulk }: MailContext, answers: string | null) {
  const [row] = answers ? await bulk.find('messages', { id: answers }, { limit: 1 }) : [];
  return row ? linksOf(row) : { inReplyTo: null, references: [] };
}

async function next(context: MailContext, draft: Input, author: string): Promise<number> {
  if (await saveOver(context, draft, author, draft.version)) return draft.version + 1;
  const [row] = await context.bulk.find('drafts', { id: draft.id, author }, { limit: 1 });
  if (!row) return mailboxProblems.raise('no-such-draft');
  const there = Number(row['version']);
  const isOurs = draft.savedBy !== '' && row['savedBy'] === draft.savedBy && there === draft.version + 1;
  if (isOurs && (await saveOver(context, draft, author, there))) return there + 1;
  return mailboxProblems.raise('draft-changed');
}

async function saveOver(
  { bulk, clock }: MailContext,
  { id, mailbox, to, cc, bcc, subject, text, savedBy }: Input,
  author: string,
  version: number,
): Promise<boolean> {
  const [before] = await bulk.find('drafts', { id, author, version }, { limit: 1, select: ['mailbox'] });
  if (!before) return false;
  const now = clock.now();
  const set: Omit<Row, 'id'> = { mailbox, to, cc, bcc, subject, text, savedBy };
  const written: Op = {
    op: 'update',
    in: 'drafts',
    where: { id, author, version },
    set: { ...set, version: version + 1, preview: firstWords(text), updatedAt: now },
  };
  // Screens are told when it goes to another list; each pause in typing is nobody's news.
  const from = String(before['mailbox']);
  const told =
    from === mailbox ? [] : [from, mailbox].map((one) => draftsChanged({ id, mailbox: one, author }, now));
  const [outcome] = await bulk.write([written, ...told]);
  return outcome?.count === 1;
}

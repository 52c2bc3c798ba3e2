import { action } from '@kontor/core';
import { z } from 'zod';
import type { MailContext } from '#context.ts';
import { mailboxProblems } from '#problems.ts';
import { ownDraft, removeDraftOps } from './draft.ts';
import { draftField } from './letter-fields.ts';

/** A draft, for the one who writes it. */
export const readDraft = action({
  name: 'mailbox.read-draft',
  quiet: true,
  input: z.object({ draft: draftField }),
  can: (caller) => caller.person !== null,
  run: (context: MailContext, { draft }, caller) => ownDraft(context, draft, caller.person?.id),
});

/** Throws a draft away, unless somebody has written on it since. */
export const discardDraft = action({
  name: 'mailbox.discard-draft',
  quiet: true,
  input: z.object({ draft: draftField, version: z.number().int().min(0) }),
  can: (caller) => caller.person !== null,
  async run(context: MailContext, { draft: id, version }, caller) {
    const draft = await ownDraft(context, id, caller.person?.id);
    const [removed] = await context.bulk.write(removeDraftOps({ ...draft, version }, context.clock.now()));
    if (removed?.count !== 1) mailboxProblems.raise('draft-changed');
    return {};
  },
});

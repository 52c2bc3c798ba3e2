import { action, type Caller } from '@kontor/core';
import {
  type Draft,
  deliveryOps,
  findMailbox,
  folderId,
  loadDraft,
  type Mailbox,
  mayRead,
  readMessage,
  removeDraftOps,
  seenOps,
} from '@kontor/mailbox';
import { z } from 'zod';
import { brake } from './brake.ts';
import { buildMessage } from './build-message.ts';
import type { SendingContext } from './context.ts';
import { type Dispatch, dispatchId, findDispatch, messageOf, undoMs } from './dispatch.ts';
import { type DraftEnvelope, envelopeOfDraft } from './envelope-of-draft.ts';
import { sendingProblems } from './problems.ts';
import { finishUndo } from './undo-send.ts';

const input = z.object({ draft: z.string().min(1).max(80), version: z.number().int().min(0) });
type Input = z.output<typeof input>;

export interface Sent {
  /** Id of the copy in Sent. */
  message: string;
  /** ISO 8601 instant until which it can be taken back. */
  undoUntil: string;
}

/** Whoever reads a mailbox writes from it, each what is their own. */
async function mayWrite(
  { mailbox, by }: { mailbox: string; by: string },
  caller: Caller,
  context: SendingContext,
): Promise<boolean> {
  if (caller.person?.id !== by) return false;
  const found = await findMailbox(context, mailbox);
  return found !== null && mayRead(found, caller.person);
}

/**
 * Sends a draft: the message, its copy in Sent and the end of the draft in one write. The same version of a draft is one
 * message, however often it is sent.
 */
export const sendDraft = action({
  name: 'mail.send',
  input,
  about: ({ draft }) => draft,
  async can(caller, { draft: id, version }: Input, context: SendingContext) {
    const sent = await findDispatch(context, { id: dispatchId(id, version) });
    if (sent) return mayWrite({ mailbox: sent.mailbox, by: sent.person }, caller, context);
    const draft = await loadDraft(context, id);
    return draft !== null && mayWrite({ mailbox: draft.mailbox, by: draft.author }, caller, context);
  },
  async run(context: SendingContext, { draft: id, version }, caller): Promise<Sent> {
    const known = await findDispatch(context, { id: dispatchId(id, version) });
    if (known) return isTakenBack(known) ? sendingProblems.raise('draft-changed') : answer(known);
    const draft = await loadDraft(context, id);
    if (!draft) return sendingProblems.raise('no-such-draft');
    if (draft.version !== version) return sendingProblems.raise('draft-changed');
    const mailbox = await findMailbox(context, draft.mailbox);
    if (!mailbox || !caller.person) return sendingProblems.raise('no-such-draft');
    return answer(await send(context, { draft, mailbox, person: caller.person.id }));
  },
});

interface Sending {
  draft: Draft;
  mailbox: Mailbox;
  person: string;
}

async function send(context: SendingContext, { draft, mailbox, person }: Sending): Promise<Dispatch> {
  const { bulk, blobs, clock, config } = context;
  const now = clock.now();
  const id = dispatchId(draft.id, draft.version);
  const envelope = await envelopeOfDraft(context, draft, mailbox);
  await brake(context, person, envelope.recipients.length);
  const bytes = await buildMessage(draft, { id, now, blobs, maxSize: config.smtp.maxSize });
  const { hash, size } = await blobs.write(bytes);
  const message = messageOf(mailbox.id, id);
  const { subject } = draft;
  const dispatch: Dispatch = {
    ...{ id, message, person, mailbox: mailbox.id, subject, blob: hash, size, ...envelope },
    ...{ draft, draftId: draft.id, state: 'waiting', at: now, due: now + undoMs },
  };
  const copy = {
    blob: hash,
    blobSize: size,
    prefix: bccLines(draft, envelope),
    dropped: [] as [number, number][],
  };
  await bulk.write([
    // First: with this row the message is sent, whatever becomes of a write that is not one transaction.
    { op: 'insert', into: 'dispatches', rows: [{ ...dispatch }] },
    ...(await deliveryOps(context, {
      ...{ mailbox: mailbox.id, role: 'sent', key: id, bytes: copy, summary: await readMessage(bytes) },
      ...{ mailFrom: envelope.mailFrom, rcptTo: '', verdict: null, seen: mailbox.kind === 'personal' },
    })),
    ...(mailbox.kind === 'shared'
      ? seenOps({ folder: folderId(mailbox.id, 'sent'), mailbox, person }, [{ id: message, message }], true)
      : []),
    ...removeDraftOps(draft, now),
  ]);
  // Of many sent at the same time, each saw the others' past only.
  await brake(context, person).catch((problem) =>
    takeBack(context, dispatch).then(() => Promise.reject(problem)),
  );
  // Of two who send it at once, one wrote: both answer its time.
  return (await findDispatch(context, { id })) ?? dispatch;
}

async function takeBack(context: SendingContext, dispatch: Dispatch): Promise<void> {
  const { id } = dispatch;
  const [taken] = await context.bulk.write([
    { op: 'update', in: 'dispatches', where: { id, state: 'waiting' }, set: { state: 'undone' } },
  ]);
  if (taken?.count === 1) await finishUndo(context, dispatch);
}

/** What only the sender's own copy says. */
function bccLines({ bcc }: Draft, { recipients }: DraftEnvelope): string {
  const hidden = new Set(bcc.map(({ address }) => address.toLowerCase()));
  const named = recipients.filter((address) => hidden.has(address.toLowerCase()));
  return named.length > 0 ? `Bcc: ${named.join(',\r\n\t')}\r\n` : '';
}

const isTakenBack = ({ state }: Dispatch): boolean => state === 'undone' || state === 'back';

const answer = ({ message, at }: Dispatch): Sent => ({
  message,
  undoUntil: new Date(at + undoMs).toISOString(),
});

import { idOf } from '@kontor/core';
import { changeOp, type Op } from '@kontor/data';
import { type Draft, deliveryOps, readMessage, removeDraftOps } from '@kontor/mailbox';
import type { SendingContext } from '#sending/context.ts';
import { type Dispatch, toDispatch } from '#sending/dispatch.ts';
import { domainOf } from '#sending/mail-address.ts';
import { finishUndo } from '#sending/undo-send.ts';
import { leaseMs, type Outgoing } from './outgoing.ts';

const mostAtOnce = 50;

type Context = Pick<SendingContext, 'bulk' | 'blobs' | 'clock' | 'onAnswered'>;

/**
 * Opens what nobody has taken back in time: its rows for each domain are made. Takes over what a process that died had
 * begun to open or to put back. Answers how many were opened.
 */
export async function openDue(context: Context): Promise<number> {
  const { bulk, clock } = context;
  const now = clock.now();
  const where = { state: { in: ['waiting', 'opening', 'undone'] }, due: { lte: now } };
  const due = (await bulk.find('dispatches', where, { sort: 'due', limit: mostAtOnce })).map(toDispatch);
  // One that cannot be opened holds up no other; it comes again when its lease is over.
  const errors: unknown[] = [];
  const note = (error: unknown): Op[] => {
    errors.push(error);
    return [];
  };
  for (const undone of due.filter(({ state }) => state === 'undone'))
    await finishUndo(context, undone).catch(note);
  const ready = due.filter(({ state }) => state !== 'undone');
  const outcomes = ready.length > 0 ? await bulk.write(ready.map((one) => claim(one, now))) : [];
  const ours = ready.filter((_, index) => (outcomes[index]?.count ?? 0) > 0);
  const ops: Op[] = [];
  for (const dispatch of ours) ops.push(...(await openingOps(context, dispatch).catch(note)));
  if (ops.length > 0) await bulk.write(ops);
  if (errors.length > 0) throw errors[0];
  return ours.length;
}

/** The time until which it is held is the time at which it is due: one who comes later finds another and loses. */
const claim = ({ id, state, due }: Dispatch, now: number): Op => ({
  ...{ op: 'update', in: 'dispatches', where: { id, state, due } },
  set: { state: 'opening', due: now + leaseMs },
});

async function openingOps(context: Context, dispatch: Dispatch): Promise<Op[]> {
  const { id, draft, at, person, recipients } = dispatch;
  const byDomain = Map.groupBy(recipients, (address) => domainOf(address).toLowerCase());
  const rows = [...byDomain].map(
    ([domain, addresses]): Outgoing => ({
      // Made twice, by two who open it, they are the same rows.
      ...{ id: idOf(`outgoing ${id} ${domain}`), dispatch: id, domain, state: 'waiting', holder: null },
      ...{ due: context.clock.now(), at, attempts: 0, isDelayTold: false },
      recipients: addresses.map((address) => ({ address, state: 'waiting', status: '', answer: '' })),
    }),
  );
  return [
    ...(await sentCopyOps(context, dispatch)),
    ...(draft ? removeDraftOps(draft, context.clock.now()) : []),
    ...(draft?.answers ? await answeredOps(context, draft.answers) : []),
    ...(draft ? await context.onAnswered({ references: answeredBy(draft), person, recipients }) : []),
    { op: 'insert', into: 'outgoing', rows: rows.map((row) => ({ ...row })) },
    { op: 'update', in: 'dispatches', where: { id }, set: { state: 'going', draft: null } },
  ];
}

const answeredBy = ({ inReplyTo, references }: Draft): string[] => [
  ...references,
  ...(inReplyTo ? [inReplyTo] : []),
];

/** The copy in Sent, where a write that is not one transaction was cut off before it. */
async function sentCopyOps(
  context: Context,
  { id, message, mailbox, mailFrom, blob, size }: Dispatch,
): Promise<Op[]> {
  if ((await context.bulk.count('placements', { message })) > 0) return [];
  const summary = await readMessage(context.blobs.read(blob));
  const bytes = { blob, blobSize: size, prefix: '', dropped: [] };
  return deliveryOps(context, {
    ...{ mailbox, role: 'sent', key: id, bytes, summary, mailFrom, rcptTo: '', verdict: null, seen: true },
  });
}

/** RFC 9051 §2.3.2: \Answered, wherever that message lies now. */
async function answeredOps({ bulk, clock }: Context, message: string): Promise<Op[]> {
  const places = await bulk.find('placements', { message, expunged: false, answered: false });
  return places.flatMap(({ id, folder, mailbox, thread }): Op[] => [
    {
      ...{ op: 'touch', in: 'placements', scope: { folder: String(folder) }, number: 'modseq' },
      ...{ where: { id, expunged: false }, set: { answered: true } },
    },
    changeOp('mail.changed', String(thread), { mailbox, folder, thread }, clock.now()),
  ]);
}

import { Readable } from 'node:stream';
import { mailboxProblems, readMessage } from '@kontor/mailbox';
import { fileLocal, type KeptMessage } from '#deliver-local.ts';
import { headOf } from '#queue/head-of.ts';
import { harmless, type Outcome, type Outgoing } from '#queue/outgoing.ts';
import type { SendingContext } from '#sending/context.ts';
import type { Dispatch } from '#sending/dispatch.ts';
import { domainOf } from '#sending/mail-address.ts';
import { allOf, type Carrier } from './carrier.ts';
import { signMessage } from './sign.ts';
import type { SigningKey } from './signing-key.ts';

export interface Attempt {
  dispatch: Dispatch;
  row: Outgoing;
  carrier: Carrier;
  key: SigningKey;
  /** Asked before a message is ended: whose lease is over may not finish it. */
  isHeld(): boolean;
  signal: AbortSignal;
}

/** One try for whoever has not got it yet. Throws only what is a bug or our own trouble. */
export async function attempt(
  context: SendingContext,
  { dispatch, row, ...way }: Attempt,
): Promise<Outcome[]> {
  const recipients = row.recipients.filter(({ state }) => state === 'waiting').map(({ address }) => address);
  const sender = await context.sender(dispatch.person);
  // Whoever was let go sends nothing any more, not even what was waiting: the mailbox is told.
  if (!sender || sender.disabled)
    return allOf(recipients, { state: 'failed', status: '5.7.1', why: 'sender-left', answer: '' });
  const ours = await context.ourDomains();
  return ours.includes(row.domain)
    ? deliverHere(context, dispatch, recipients)
    : carry(context, { dispatch, row, ...way }, recipients);
}

/** Read once for all, and filed for one after the other: a large message to many colleagues is in memory once. */
async function deliverHere(
  context: SendingContext,
  { id, blob, size, mailFrom }: Dispatch,
  recipients: readonly string[],
): Promise<Outcome[]> {
  const kept = { hash: blob, size, summary: await readMessage(context.blobs.read(blob)) };
  const outcomes: Outcome[] = [];
  for (const to of recipients)
    outcomes.push(await fileHere(context, kept, { to, mailFrom, key: `local:${id}` }));
  return outcomes;
}

async function fileHere(
  context: SendingContext,
  kept: KeptMessage,
  { to, ...more }: { to: string; mailFrom: string; key: string },
): Promise<Outcome> {
  try {
    await fileLocal(context, kept, { to, ...more });
    return { address: to, state: 'sent', status: '2.0.0', answer: '' };
  } catch (error) {
    if (!mailboxProblems.is(error, 'no-such-mailbox')) throw error;
    const { title } = error;
    return { address: to, state: 'failed', status: '5.1.1', why: 'no-such-address', answer: harmless(title) };
  }
}

async function carry(
  { blobs, clock }: SendingContext,
  { dispatch, row, carrier, key, isHeld, signal }: Attempt,
  recipients: string[],
): Promise<Outcome[]> {
  const { blob, size, mailFrom, subject } = dispatch;
  const domain = domainOf(mailFrom);
  const isHeadPlain = !(await headOf({ blobs }, blob)).some((byte) => byte > 0x7e);
  const signature = Buffer.from(await signMessage(blobs.read(blob), { key, domain, now: clock.now() }));
  return carrier.carry({
    ...{ id: row.id, domain: row.domain, mailFrom, recipients, subject, isHeadPlain, signal },
    size: size + signature.length,
    bytes: () => Readable.from(held(signature, blobs.read(blob), isHeld), { objectMode: false }),
  });
}

/** The last piece is kept back until it is certain that it may be sent. */
async function* held(first: Buffer, rest: Readable, isHeld: () => boolean): AsyncGenerator<Buffer> {
  let piece = first;
  for await (const next of rest) {
    yield piece;
    piece = next as Buffer;
  }
  if (!isHeld()) throw new Error('somebody else sends this by now');
  yield piece;
}

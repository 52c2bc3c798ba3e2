import { sendDraft } from './sending/send-draft.ts';
import { undoSend } from './sending/undo-send.ts';

export { type Accepted, acceptMessage, type DeliveryContext, type Incoming } from './accept-message.ts';
export { deliverLocal, type LocalMessage } from './deliver-local.ts';
export type { Envelope, Peer } from './envelope.ts';
export { MessageInspector, MessageTooLarge } from './inspect-message.ts';
export { type Attempt, attempt } from './outbound/attempt.ts';
export { allOf, type Carrier, type Load } from './outbound/carrier.ts';
export { type MailHost, type MailHosts, mailHosts } from './outbound/mail-hosts.ts';
export { type SigningKey, signingKey } from './outbound/signing-key.ts';
export { sinkCarrier } from './outbound/sink-carrier.ts';
export { deliveryProblems } from './problems.ts';
export { claimDue, renewLease } from './queue/claim-due.ts';
export { openDue } from './queue/open-due.ts';
export { harmless, leaseMs, type Outcome, type Outgoing, readReply } from './queue/outgoing.ts';
export { recordOutcome, releaseRow } from './queue/record-outcome.ts';
export { createResolver, type Resolve } from './resolver.ts';
export { collections } from './sending/collections.ts';
export type { Sender, SendingContext } from './sending/context.ts';
export { type Dispatch, findDispatch } from './sending/dispatch.ts';
export { sendingProblems } from './sending/problems.ts';
export { blobsToSend, pruneSending } from './sending/prune.ts';
export type { Sent } from './sending/send-draft.ts';
export { sendDraft, undoSend };

export const actions = [sendDraft, undoSend];

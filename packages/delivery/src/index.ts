export { type Accepted, acceptMessage, type DeliveryContext, type Incoming } from './accept-message.ts';
export { deliverLocal, type LocalMessage } from './deliver-local.ts';
export type { Envelope, Peer } from './envelope.ts';
export { MessageInspector, MessageTooLarge } from './inspect-message.ts';
export { deliveryProblems } from './problems.ts';
export { createResolver, type Resolve } from './resolver.ts';

import type { Readable } from 'node:stream';
import type { Outcome } from '#queue/outgoing.ts';

/** A message on its way to one domain. */
export interface Load {
  /** The same for each try. */
  id: string;
  domain: string;
  mailFrom: string;
  recipients: string[];
  subject: string;
  /** False when its header section has bytes above 0x7e (RFC 6532). */
  isHeadPlain: boolean;
  /** Bytes, signature included. */
  size: number;
  /** The signed bytes; each call reads them anew. They end with an error when whoever sends them may no longer do so. */
  bytes(): Readable;
  /** Ends the try; what was not answered until then is not sent. */
  signal: AbortSignal;
}

/** A way out of the house. Answers an outcome for each recipient and throws only what is a bug. */
export interface Carrier {
  /** What may not be given too much at once: a domain, or the one server that takes everything. */
  destination(domain: string): string;
  /** How many tries to one destination may be under way. */
  readonly atOnce: number;
  carry(load: Load): Promise<Outcome[]>;
}

/** The same for everybody. */
export const allOf = (recipients: readonly string[], outcome: Omit<Outcome, 'address'>): Outcome[] =>
  recipients.map((address) => ({ address, ...outcome }));

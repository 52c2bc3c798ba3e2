import { networkOf } from '@kontor/core';
import { SmtpReply } from './replies.ts';

const perAddress = 50;
const wrongRecipients = 20;

const isLoopback = (ip: string): boolean =>
  ip === '::1' || ip.startsWith('127.') || ip.startsWith('::ffff:127.');

export interface Limits {
  /** Throws 421 when this address has too many connections open. */
  connected(session: { id: string; remoteAddress: string }): void;
  closed(session: { id: string }): void;
  /** Throws 421 when a connection only guesses names. */
  wrongRecipient(session: { id: string }): void;
}

/** What one peer may use of this process. Programs on this machine are not counted by address. */
export function createLimits(): Limits {
  const sessions = new Map<string, { network: string; wrong: number }>();
  const open = new Map<string, number>();
  return {
    connected({ id, remoteAddress: address }) {
      const network = networkOf(address);
      const count = (open.get(network) ?? 0) + 1;
      if (count > perAddress && !isLoopback(address))
        throw new SmtpReply(421, 'Too many connections from your address');
      open.set(network, count);
      sessions.set(id, { network, wrong: 0 });
    },
    closed({ id }) {
      const session = sessions.get(id);
      if (!session) return;
      sessions.delete(id);
      const left = (open.get(session.network) ?? 1) - 1;
      if (left > 0) open.set(session.network, left);
      else open.delete(session.network);
    },
    wrongRecipient({ id }) {
      const session = sessions.get(id);
      if (!session) return;
      session.wrong += 1;
      if (session.wrong >= wrongRecipients) throw new SmtpReply(421, 'Too many unknown recipients');
    },
  };
}

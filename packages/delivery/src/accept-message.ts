import { newId } from '@kontor/core';
import type { Op, Staged } from '@kontor/data';
import { deliveryOps, type MailContext, type Recipient, readMessage, type Verdict } from '@kontor/mailbox';
import { authenticate } from './authenticate.ts';
import { requireClearAuthors, requireOneFrom } from './authors.ts';
import { checkedPart } from './checked-part.ts';
import type { Envelope, Peer } from './envelope.ts';
import { headerFields, isHugeHead } from './inspect-message.ts';
import { buildPrefix, countReceived, forgedRanges } from './prefix.ts';
import { deliveryProblems } from './problems.ts';
import type { Resolve } from './resolver.ts';

export interface Incoming {
  staged: Staged;
  head: Buffer;
  envelope: Envelope;
  peer: Peer;
  /** The mailbox of each recipient, by the address as given. */
  recipients: Map<string, Recipient>;
}

export type DeliveryContext = Pick<MailContext, 'bulk' | 'clock' | 'blobs'> & {
  hostname: string;
  resolve: Resolve;
};

export interface Accepted {
  id: string;
  verdict: Verdict;
  /** Ids of the mailboxes that got it. */
  mailboxes: string[];
}

const maxHops = 50;

/**
 * Authenticates, files and records a message for all its recipients. When it resolves, bytes and deliveries are on disk:
 * 250 may be said. When it throws, nothing was delivered.
 */
export async function acceptMessage(context: DeliveryContext, incoming: Incoming): Promise<Accepted> {
  const { staged, head, envelope, peer, recipients } = incoming;
  if (isHugeHead(head)) deliveryProblems.raise('huge-header');
  const fields = headerFields(head);
  if (countReceived(fields) > maxHops) deliveryProblems.raise('loop');
  requireOneFrom(fields);
  const bytes = () => staged.whole ?? staged.read();
  const { hostname, resolve, clock } = context;
  const [, authentication, summary] = await Promise.all([
    // Meanwhile; bytes that no delivery comes to point at are swept away later.
    staged.commit(),
    authenticate(checkedPart(head, fields, bytes), { envelope, peer, hostname, resolve }),
    readMessage(bytes()),
  ]);
  const { verdict, policy, authors } = authentication;
  requireClearAuthors(fields, { shown: summary.from.map(({ address }) => address), checked: authors });
  const isSuspect = verdict.summary === 'fail' && policy !== 'none';
  const id = newId(clock.now());
  const dropped = forgedRanges(head, fields, hostname);
  const ops: Op[] = [];
  const reached = new Set<string>();
  for (const [recipient, mailbox] of recipients) {
    // Two addresses of one mailbox: one copy.
    if (reached.has(mailbox.id)) continue;
    reached.add(mailbox.id);
    const prefix = buildPrefix({
      envelope,
      recipient,
      peer,
      hostname,
      id,
      now: clock.now(),
      authentication: authentication.headers,
    });
    ops.push(
      ...(await deliveryOps(context, {
        mailbox: mailbox.id,
        // RFC 9989 §7.4: a policy alone is no reason to refuse; mailing lists break alignment too.
        role: isSuspect ? 'junk' : 'inbox',
        bytes: { blob: staged.hash, prefix, dropped, blobSize: staged.size },
        summary,
        mailFrom: envelope.mailFrom,
        rcptTo: recipient,
        verdict,
      })),
    );
  }
  await context.bulk.write(ops);
  return { id, verdict, mailboxes: [...reached] };
}

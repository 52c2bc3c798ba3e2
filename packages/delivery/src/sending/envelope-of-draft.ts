import { type Draft, type Mailbox, resolveRecipient } from '@kontor/mailbox';
import type { SendingContext } from './context.ts';
import { domainOf, wireAddress } from './mail-address.ts';
import { sendingProblems } from './problems.ts';

const mostRecipients = 100;

export interface DraftEnvelope {
  mailFrom: string;
  /** Each once. */
  recipients: string[];
}

/** Who it is from and to on the wire. Throws a problem that names the first address that is not as it should be. */
export async function envelopeOfDraft(
  context: SendingContext,
  draft: Draft,
  mailbox: Mailbox,
): Promise<DraftEnvelope> {
  const ours = new Set(await context.ourDomains());
  const recipients = new Map<string, string>();
  for (const field of ['to', 'cc', 'bcc'] as const) {
    for (const { address } of draft[field]) {
      const wire = wireAddress(address);
      if (!wire) return refuse('wrong-address', field, address);
      const isNobody = ours.has(domainOf(wire)) && !(await resolveRecipient(context, wire));
      if (isNobody) return refuse('nobody-here', field, address);
      recipients.set(wire.toLowerCase(), wire);
    }
  }
  if (recipients.size === 0) return sendingProblems.raise('nobody-to-send-to');
  if (recipients.size > mostRecipients)
    return sendingProblems.raise('too-many-recipients', { values: { most: mostRecipients } });
  return {
    mailFrom: await ownAddress(context, draft.from.address, mailbox),
    recipients: [...recipients.values()],
  };
}

function refuse(code: 'wrong-address' | 'nobody-here', field: string, address: string): never {
  const fields = { [field]: 'One of these cannot be written to.' };
  return sendingProblems.raise(code, { values: { address: shown(address) }, fields });
}

/** The address it is from must lead to the mailbox it is sent from. */
async function ownAddress(context: SendingContext, address: string, mailbox: Mailbox): Promise<string> {
  const wire = wireAddress(address)?.toLowerCase();
  const leadsTo = wire ? await resolveRecipient(context, wire) : null;
  if (!wire || leadsTo?.id !== mailbox.id)
    return sendingProblems.raise('not-your-address', { values: { address: shown(address) } });
  return wire;
}

/** What somebody typed, as far as it can be shown in a sentence. */
const shown = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 100);

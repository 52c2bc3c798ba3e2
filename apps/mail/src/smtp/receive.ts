import type { Staged } from '@kontor/data';
import { acceptMessage, deliveryProblems, MessageInspector, MessageTooLarge } from '@kontor/delivery';
import type { Recipient } from '@kontor/mailbox';
import type { Office } from '@kontor/suite';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { SmtpReply } from './replies.ts';

/** Takes one message off the wire. Resolves once it is on disk in every mailbox; throws the reply otherwise. */
export async function receive(
  office: Office,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  recipients: Map<string, Recipient>,
): Promise<string> {
  const inspector = new MessageInspector({ limit: office.config.smtp.maxSize });
  // It may fail before the store has begun to read it; the store then hears of it, the process must not end by it.
  inspector.on('error', () => undefined);
  const staged = await stage(office, stream, inspector);
  let isKept = false;
  try {
    if (inspector.hasBareBreak) deliveryProblems.raise('bare-line-break');
    const { mailFrom } = session.envelope;
    const accepted = await acceptMessage(office, {
      staged,
      whole: inspector.whole,
      head: inspector.head,
      recipients,
      envelope: { mailFrom: mailFrom ? mailFrom.address : '', rcptTo: [...recipients.keys()] },
      peer: {
        ip: session.remoteAddress,
        helo: session.hostNameAppearsAs || '',
        protocol: session.transmissionType,
      },
    });
    isKept = true;
    const { id, verdict, mailboxes } = accepted;
    office.log.event('mail.accepted', {
      id,
      bytes: staged.size,
      verdict: verdict.summary,
      mailboxes: mailboxes.length,
    });
    return id;
  } finally {
    if (!isKept) await staged.discard();
  }
}

async function stage(
  office: Office,
  stream: SMTPServerDataStream,
  inspector: MessageInspector,
): Promise<Staged> {
  try {
    return await office.blobs.stage(stream.pipe(inspector));
  } catch (error) {
    // The rest must be read off the wire before the client can hear the answer.
    stream.unpipe(inspector);
    stream.resume();
    await new Promise((resolve) =>
      stream.readableEnded ? resolve(null) : stream.once('end', resolve).once('close', resolve),
    );
    if (error instanceof MessageTooLarge) throw new SmtpReply(552, 'The message is too large');
    throw error;
  }
}

import type { Staged } from '@kontor/data';
import { acceptMessage, deliveryProblems, MessageInspector, MessageTooLarge } from '@kontor/delivery';
import type { Recipient } from '@kontor/mailbox';
import type { Office } from '@kontor/suite';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { SmtpReply } from './replies.ts';

interface Transfer {
  stream: SMTPServerDataStream;
  session: SMTPServerSession;
  recipients: Map<string, Recipient>;
  /** Milliseconds within which so many bytes must come. */
  patience: number;
}

/** A slower sender holds its connection for hours; a line of the slowest modem is ten times as fast. */
const leastBytes = 18_000;

/** Takes one message off the wire. Resolves once it is on disk in every mailbox; throws the reply otherwise. */
export async function receive(
  office: Office,
  { stream, session, recipients, patience }: Transfer,
): Promise<string> {
  const inspector = new MessageInspector({ limit: office.config.smtp.maxSize });
  const watching = giveUpOnSlow(stream, inspector, patience);
  const staged = await stage(office, stream, inspector).finally(() => clearInterval(watching));
  let isKept = false;
  try {
    if (inspector.hasBareBreak) deliveryProblems.raise('bare-line-break');
    const { mailFrom } = session.envelope;
    const accepted = await acceptMessage(office, {
      staged,
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

function giveUpOnSlow(
  stream: SMTPServerDataStream,
  inspector: MessageInspector,
  patience: number,
): NodeJS.Timeout {
  let before = 0;
  return setInterval(() => {
    if (inspector.size - before < leastBytes && !stream.writableEnded)
      stream.destroy(new SmtpReply(421, 'This message comes too slowly'));
    before = inspector.size;
  }, patience);
}

async function stage(
  office: Office,
  stream: SMTPServerDataStream,
  inspector: MessageInspector,
): Promise<Staged> {
  try {
    // Not destroyed when it fails: what follows must be read off the wire before the client can hear the answer.
    return await office.blobs.stage(inspector.pass(stream.iterator({ destroyOnReturn: false })));
  } catch (error) {
    stream.resume();
    await new Promise((resolve) =>
      stream.readableEnded || stream.closed
        ? resolve(null)
        : stream.once('end', resolve).once('close', resolve),
    );
    if (error instanceof MessageTooLarge) throw new SmtpReply(552, 'The message is too large');
    throw error;
  }
}

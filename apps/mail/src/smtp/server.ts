import { postmasterOf, type Recipient, resolveRecipient } from '@kontor/mailbox';
import type { Office } from '@kontor/suite';
import { SMTPServer } from 'smtp-server';
import { createLimits } from './limits.ts';
import { receive } from './receive.ts';
import { replyTo, SmtpReply } from './replies.ts';

interface Options {
  office: Office;
  tls: { cert: string; key: string };
  /** Milliseconds within which a message must have gone on by so much that its sender is not only there to stay. */
  patience?: number;
  /** A connection begins to send a message. */
  onTransfer(session: string): void;
  /** Its message was answered, whatever the answer. */
  onAnswered(session: string): void;
}

/** The door for mail from other servers (RFC 5321): no AUTH, no relaying, STARTTLS offered. */
export function createSmtpServer({
  office,
  tls,
  patience = 180_000,
  onTransfer,
  onAnswered,
}: Options): SMTPServer {
  const { config, log } = office;
  const limits = createLimits();
  /** The mailboxes of the transaction under way, by connection. */
  const transactions = new Map<string, Map<string, Recipient>>();

  /** Runs a step and answers with its outcome; whatever it throws becomes a reply, never a crash. */
  const step = (session: { id: string }, done: (error?: Error | null) => void, work: () => unknown): void => {
    Promise.resolve()
      .then(work)
      .then(
        () => done(),
        (error: unknown) => {
          const reply = replyTo(error);
          tell(reply, error, session);
          done(reply);
        },
      );
  };

  const tell = (reply: SmtpReply, error: unknown, { id }: { id: string }): void => {
    const details = { session: id, code: reply.responseCode, why: (error as Error).message };
    if (reply.responseCode >= 500) log.event('mail.refused', details);
    else log.warn('mail.deferred', details);
  };

  const server = new SMTPServer({
    name: config.mailHostname,
    banner: 'Kontor',
    ...tls,
    secure: false,
    disabledCommands: ['AUTH'],
    authOptional: true,
    // Its DNS lookup would hold the greeting back; SPF does not need the name.
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    // Not offered, because not honoured here.
    hideDSN: true,
    hideREQUIRETLS: true,
    size: config.smtp.maxSize,
    rejectOversized: true,
    maxClients: config.smtp.maxConnections,
    maxRecipients: 100,
    maxCommandLength: 2048,
    maxAllowedUnauthenticatedCommands: 50,
    // RFC 5321 §4.5.3.2.7.
    socketTimeout: 300_000,
    closeTimeout: 4000,
    logger: false,
    onConnect(session, done) {
      step(session, done, () => limits.connected(session));
    },
    onMailFrom(_address, session, done) {
      transactions.set(session.id, new Map());
      done();
    },
    onRcptTo({ address }, session, done) {
      step(session, done, async () => {
        const recipient = (await resolveRecipient(office, address)) ?? (await postmasterOf(office, address));
        if (!recipient) {
          limits.wrongRecipient(session);
          throw new SmtpReply(550, 'Nobody here has this address');
        }
        transactions.get(session.id)?.set(address, recipient);
      });
    },
    onData(stream, session, done) {
      // Taken now: the client may begin the next transaction while this one is being written.
      const recipients = transactions.get(session.id) ?? new Map<string, Recipient>();
      onTransfer(session.id);
      receive(office, { stream, session, recipients, patience })
        .then(
          (id) => done(null, `Kept as ${id}`),
          (error: unknown) => {
            const reply = replyTo(error);
            tell(reply, error, session);
            done(reply);
          },
        )
        .finally(() => onAnswered(session.id));
    },
    onClose(session) {
      limits.closed(session);
      transactions.delete(session.id);
    },
  });
  // A peer that breaks off or garbles TLS is daily life, not an event of ours.
  server.on('error', (error) => log.debug('mail.disconnected', { why: error.message }));
  return server;
}

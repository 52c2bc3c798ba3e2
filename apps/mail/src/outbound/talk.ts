import { isIP } from 'node:net';
import { harmless, type Load, type Outcome, readReply } from '@kontor/delivery';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';

export interface Server {
  /** An address, or a name that was configured. */
  host: string;
  port: number;
  /** Name for TLS. */
  servername: string;
  tls: 'opportunistic' | 'none' | 'required' | 'from-the-start';
  login?: { user: string; password: string };
}

export interface Patience {
  /** Milliseconds to connect, and to hear the greeting after it. */
  greetingMs: number;
  /** Milliseconds without a byte. RFC 5321 §4.5.3.2.6 wants ten minutes for the reply to the end of a message. */
  silenceMs: number;
  /** Milliseconds for all of it, however lively the other side is. */
  wholeMs: number;
}

export const patient: Patience = { greetingMs: 60_000, silenceMs: 600_000, wholeMs: 900_000 };

/** Bytes of one reply; a hundred times what an honest one has. */
const longestReply = 64 * 1024;

/** The other server could not be asked: nothing of the message has been said yet, another one may be tried. */
export class NotReached extends Error {
  readonly isTls: boolean;
  constructor(why: string, { isTls = false } = {}) {
    super(harmless(why));
    this.isTls = isTls;
  }
}

interface SmtpError extends Error {
  code?: string | undefined;
  responseCode?: number | undefined;
  response?: string | undefined;
  recipient?: string | undefined;
  rejectedErrors?: SmtpError[] | undefined;
}

/** One message to one server (RFC 5321). Throws NotReached before the message was begun. */
export async function talk(
  server: Server,
  load: Load,
  { name, patience = patient }: { name: string; patience?: Patience },
): Promise<Outcome[]> {
  const { tls, login } = server;
  const connection = new SMTPConnection({
    ...{ host: server.host, port: server.port, name },
    secure: tls === 'from-the-start',
    ignoreTLS: tls === 'none',
    requireTLS: tls === 'required',
    opportunisticTLS: tls === 'opportunistic',
    // RFC 7435: a certificate that proves nothing is still better than none; whoever is logged in to must prove its name.
    tls: {
      // RFC 6066 §3: an address is no name.
      ...(isIP(server.servername) ? {} : { servername: server.servername }),
      rejectUnauthorized: tls === 'required' || tls === 'from-the-start',
    },
    ...{ connectionTimeout: patience.greetingMs, greetingTimeout: patience.greetingMs },
    ...{ socketTimeout: patience.silenceMs, maxResponseSize: longestReply, logger: false },
  } as ConstructorParameters<typeof SMTPConnection>[0]);
  const stop = (): void => connection.close();
  const late = setTimeout(stop, patience.wholeMs);
  load.signal.addEventListener('abort', stop, { once: true });
  try {
    await connect(connection);
    if (login) await logIn(connection, login);
    const outcomes = await transact(connection, load);
    // Said only where a message was ended: in the middle of one it would be part of it.
    if (outcomes.some(({ state }) => state === 'sent')) connection.quit();
    return outcomes;
  } finally {
    clearTimeout(late);
    load.signal.removeEventListener('abort', stop);
    // The answer to QUIT is waited for a moment, and nothing else is.
    setTimeout(stop, 1000).unref();
  }
}

/** Settles with the callback, or with the connection's end, which calls nobody back. */
function settled<Result>(
  connection: SMTPConnection,
  begin: (done: (error?: SmtpError | null, result?: Result) => void) => void,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject);
    connection.once('end', () => reject(new Error('the connection was closed')));
    begin((error, result) => (error ? reject(error) : resolve(result as Result)));
  });
}

/** What the library does not tell in another way; the tests of this file notice when it changes. */
const insideOf = (connection: SMTPConnection) =>
  connection as unknown as { _supportedExtensions: string[]; upgrading?: boolean };

const connect = (connection: SMTPConnection): Promise<void> =>
  settled<void>(connection, (done) => connection.connect(done)).catch((error: SmtpError) => {
    // Once it has begun with TLS, whatever goes wrong is taken to be its fault.
    throw new NotReached(error.message, { isTls: insideOf(connection).upgrading !== undefined });
  });

const logIn = (connection: SMTPConnection, { user, password }: { user: string; password: string }) =>
  settled<boolean>(connection, (done) =>
    connection.login({ credentials: { user, pass: password } }, done),
  ).catch((error: SmtpError) => {
    throw new NotReached(error.message);
  });

async function transact(connection: SMTPConnection, load: Load): Promise<Outcome[]> {
  const { mailFrom, recipients, size } = load;
  const isPlain =
    load.isHeadPlain && [mailFrom, ...recipients].every((address) => /^[\x21-\x7e]*$/.test(address));
  if (!isPlain && !insideOf(connection)._supportedExtensions.includes('SMTPUTF8'))
    return everyone(load, unspeakable);
  try {
    const envelope = { from: mailFrom, to: recipients, size };
    const sent = await settled<{ rejectedErrors?: SmtpError[]; response: string }>(connection, (done) =>
      connection.send(envelope, load.bytes(), done as never),
    );
    const refused = new Map((sent.rejectedErrors ?? []).map((error) => [error.recipient, error]));
    const answer = harmless(sent.response);
    return recipients.map((address) => {
      const error = refused.get(address);
      return { address, ...(error ? refusal(error) : { state: 'sent', status: '2.0.0', answer }) };
    });
  } catch (error) {
    return refusals(load, error as SmtpError);
  }
}

type Told = Omit<Outcome, 'address'>;

const everyone = ({ recipients }: Load, told: Told): Outcome[] =>
  recipients.map((address) => ({ address, ...told }));

/** Nobody got it: each for a reason of their own, or all for one. */
function refusals(load: Load, error: SmtpError): Outcome[] {
  const own = new Map((error.rejectedErrors ?? []).map((one) => [one.recipient, one]));
  return load.recipients.map((address) => ({ address, ...refusal(own.get(address) ?? error) }));
}

function refusal({ code, responseCode = 0, response = '', message }: SmtpError): Told {
  // RFC 1870: it said before how much it takes.
  if (code === 'EMESSAGE' && responseCode === 0)
    return { state: 'failed', status: '5.3.4', why: 'too-large', answer: harmless(message) };
  // A connection that breaks off, a timeout, a reply that is none: perhaps it is better later.
  if (responseCode < 400 || responseCode > 599)
    return { state: 'waiting', status: '4.4.2', why: 'not-reached', answer: harmless(message) };
  const isFinal = responseCode >= 500;
  return { state: isFinal ? 'failed' : 'waiting', ...readReply(responseCode, response) };
}

const unspeakable: Told = {
  ...{ state: 'failed', status: '5.6.7', why: 'cannot-spell' },
  answer: 'The server does not offer SMTPUTF8 (RFC 6531)',
};

import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { Load, Outcome } from '@kontor/delivery';
import { mxCarrier } from '#outbound/mx-carrier.ts';
import type { Patience } from '#outbound/talk.ts';

const code = (name: string) => Object.assign(new Error(name), { code: name });

/** Records by "TYPE name"; a string is the error that DNS ends in. */
export type Zone = Record<string, unknown[] | string>;

/** A world in which these names exist. */
export const dns =
  (zone: Zone) =>
  async (name: string, type: string): Promise<unknown> => {
    const found = zone[`${type} ${name}`];
    if (typeof found === 'string') throw code(found);
    if (found) return found;
    throw code(Object.keys(zone).some((key) => key.endsWith(` ${name}`)) ? 'ENODATA' : 'ENOTFOUND');
  };

const unhurried: Patience = { greetingMs: 20_000, silenceMs: 20_000, wholeMs: 30_000 };
/** For servers that would keep one waiting. */
export const hurried: Patience = { greetingMs: 400, silenceMs: 400, wholeMs: 1500 };

export const load = (parts: Partial<Load> = {}): Load => ({
  ...{ id: '1', domain: 'x.test', mailFrom: 'grace@y.test', recipients: ['nora@x.test'] },
  ...{ subject: 'Oak', size: 30, isHeadPlain: true },
  bytes: () => Readable.from([Buffer.from('Subject: Oak\r\n\r\n.\r\nyes\r\n')], { objectMode: false }),
  signal: new AbortController().signal,
  ...parts,
});

/** One message to x.test in that world, whose mail servers listen on that port. */
export const carry = (
  zone: Zone,
  port: number,
  parts: Partial<Load> = {},
  { allowPrivate = true, patience = unhurried }: { allowPrivate?: boolean; patience?: Patience } = {},
): Promise<Outcome[]> =>
  mxCarrier({
    ...{ resolve: dns(zone), hostname: 'mail.y.test', allowPrivate, port, patience, chance: () => 0 },
  }).carry(load(parts));

export const toPeer: Zone = {
  'MX x.test': [{ exchange: 'mx.x.test', priority: 10 }],
  'A mx.x.test': ['127.0.0.1'],
};

/** Greets, then answers each line. */
export function answerEach(socket: Socket, answer: (said: string) => string): void {
  socket.write('220 x.test\r\n');
  socket.on('data', (said) => {
    for (const line of String(said).trimEnd().split('\r\n'))
      if (!socket.destroyed) socket.write(answer(line));
  });
}

export function pour(socket: Socket, words: string): void {
  const lots = words.repeat(500);
  const more = (): void => {
    while (!socket.destroyed && socket.write(lots));
  };
  socket.on('drain', more);
  more();
}

export function drip(socket: Socket): void {
  const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write('2')), 50);
}

export function relay(port: number, back: Socket): Socket {
  const through = connect(port, '127.0.0.1');
  through.pipe(back);
  return through;
}

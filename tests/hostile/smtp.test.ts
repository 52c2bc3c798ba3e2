import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@kontor/data/testing/free-port';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { prepareFirm } from '../load/bench-firm.ts';
import type { Running } from '../load/child.ts';
import { ownDatabase } from '../load/house.ts';
import { startMailPart } from '../load/mail-part.ts';
import { leaks } from './hostile-values.ts';
import { openTalk, type Reply, sendMessage, type Talk } from './smtp-talk.ts';

// The verbs are read from the library that speaks them, so that an update cannot bring one that nobody looked at.
const { SMTPConnection } = createRequire(import.meta.url)('smtp-server/lib/smtp-connection.js') as {
  SMTPConnection: { prototype: object };
};
const verbs = Object.getOwnPropertyNames(SMTPConnection.prototype)
  .filter((name) => name.startsWith('handler_'))
  .map((name) => name.slice('handler_'.length));
const others = ['VRFY', 'EXPN', 'BDAT', 'TURN', 'ETRN', 'GET', 'POST', 'XYZZY', ''];
/** Verbs that move a connection on; the suite speaks them properly elsewhere. */
const noPlainReply = ['STARTTLS'];

let folder: string;
let gateway: Running;
let port: number;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-smtp-hostile-'));
  port = await freePort();
  const env = {
    PATH: process.env.PATH ?? '',
    KONTOR_DATA: join(folder, 'data'),
    KONTOR_SMTP_PORT: String(port),
    KONTOR_SMTP_MAX_SIZE: '65536',
    KONTOR_DNS: '127.0.0.1:9',
    ...ownDatabase(),
  };
  await prepareFirm(env);
  gateway = await startMailPart(env);
});
afterAll(async () => {
  await gateway?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const open: Talk[] = [];
afterEach(() => {
  for (const talk of open.splice(0)) talk.socket.destroy();
});
async function talkAfter(lines: string[]): Promise<Talk> {
  const talk = await openTalk(port);
  open.push(talk);
  for (const line of lines) await talk.say(`${line}\r\n`);
  return talk;
}

const clear = (reply: Reply): void => {
  if (reply === 'closed') return;
  expect(reply.text).not.toMatch(leaks);
  expect(reply.code).toBeGreaterThanOrEqual(200);
  expect(reply.code).toBeLessThan(600);
};
const refused = (reply: Reply): void => {
  clear(reply);
  if (reply !== 'closed') expect(reply.code, reply.text).toBeGreaterThanOrEqual(400);
};

const states: [name: string, lines: string[]][] = [
  ['before a greeting', []],
  ['after EHLO', ['EHLO client.test']],
  ['after MAIL', ['EHLO client.test', 'MAIL FROM:<n@x.test>']],
  ['after RCPT', ['EHLO client.test', 'MAIL FROM:<n@x.test>', 'RCPT TO:<hello@y.test>']],
];
const endings = [
  '',
  ' ',
  ' FROM:',
  ' TO:<>',
  ' FROM:<a@b> SIZE=99999999999999999999',
  ' FROM:<a@b> BODY=NONSENSE =',
  ` TO:<${'a'.repeat(1500)}@y.test>`,
  ' TO:<"\\"@y.test>',
  ' TO:<@relay.test:hello@y.test>',
  ' TO:<hello@y.test\u0000>',
  ' ADDR=203.0.113.1 NAME=admin LOGIN=grace@y.test',
  ' PLAIN AGdyYWNlAHBhc3N3b3Jk',
  ' \u00ff\u00fe\u0001',
  ' ../../../etc/passwd',
  ` '; DROP TABLE messages; --`,
];

test('the list of verbs is not empty', () =>
  expect(verbs).toEqual(expect.arrayContaining(['EHLO', 'MAIL', 'RCPT', 'DATA'])));

describe.each(states)('%s', (_name, lines) => {
  test.each([...verbs, ...others].filter((verb) => !noPlainReply.includes(verb)))(
    '"%s" is answered clearly',
    async (verb) => {
      await Promise.all(
        endings.map(async (ending) => {
          const talk = await talkAfter(lines);
          const reply = await talk.say(`${verb}${ending}\r\n`);
          clear(reply);
          if (reply !== 'closed' && reply.code === 354) clear(await talk.say('\r\n.\r\n'));
        }),
      );
    },
  );
});

test('nobody signs in, relays, or says who the client is', async () => {
  for (const line of [
    'AUTH PLAIN AGdyYWNlAHBhc3N3b3Jk',
    'XCLIENT ADDR=203.0.113.1',
    'XFORWARD ADDR=203.0.113.1',
    'RCPT TO:<x@elsewhere.test>',
  ]) {
    const talk = await talkAfter(['EHLO client.test', 'MAIL FROM:<n@x.test>']);
    refused(await talk.say(`${line}\r\n`));
  }
});

test.each([
  ['too large, said so', 'MAIL FROM:<n@x.test> SIZE=65537'],
  ['for nobody here', 'RCPT TO:<nobody@y.test>'],
  ['for no mailbox', 'RCPT TO:<>'],
])('a message %s is refused', async (_what, line) => {
  const talk = await talkAfter(
    line.startsWith('RCPT') ? ['EHLO c.test', 'MAIL FROM:<n@x.test>'] : ['EHLO c.test'],
  );
  refused(await talk.say(`${line}\r\n`));
});

const head = 'From: n@x.test\r\nSubject: Stairs\r\n\r\n';
test.each([
  ['larger than allowed', head + 'x'.repeat(70_000)],
  ['with a bare LF', `${head}one\ntwo`],
  ['with a bare CR', `${head}one\rtwo`],
  [
    'with a smuggled end',
    `${head}one\n.\nMAIL FROM:<evil@x.test>\r\nRCPT TO:<hello@y.test>\r\nDATA\r\n${head}`,
  ],
])('a message %s is refused', async (_what, message) => {
  refused(await sendMessage(port, 'hello@y.test', message));
});

test.each([
  ['no headers at all', 'just words'],
  ['nothing', ''],
  ['a header of 50 kB', `From: n@x.test\r\nSubject: ${'x'.repeat(50_000)}\r\n\r\nbody`],
  ['a thousand nested parts', `From: n@x.test\r\nMIME-Version: 1.0\r\n${nested(1000)}`],
  ['bytes that are no text', `${head}${Buffer.from([0x80, 0xff, 0xc3, 0x28]).toString('latin1')}`],
  [
    'a charset that does not exist',
    `From: n@x.test\r\nContent-Type: text/plain; charset=x-nonsense\r\n\r\nhm`,
  ],
  ['an encoding that does not exist', `From: n@x.test\r\nContent-Transfer-Encoding: x-nonsense\r\n\r\nhm`],
  ['ten thousand recipients in To', `From: n@x.test\r\nTo: ${'a@b.test, '.repeat(5000)}c@d.test\r\n\r\nhm`],
])('a message with %s is answered clearly', async (_what, message) => {
  clear(await sendMessage(port, 'hello@y.test', message));
});

test.each([
  ['a line that never ends', Buffer.alloc(300_000, 'A')],
  ['bytes of something else', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 197) % 256))],
  ['a TLS greeting', Buffer.from('16030100a5010000a10303', 'hex')],
  ['an HTTP request', 'POST / HTTP/1.1\r\nHost: y.test\r\nContent-Length: 5\r\n\r\nEHLO\n'],
])('%s does no harm', async (_what, bytes) => {
  const talk = await talkAfter([]);
  talk.socket.end(bytes);
  expect(await sendMessage(port, 'hello@y.test', `${head}still here`)).toMatchObject({ code: 250 });
});

test('after all that, the same process takes an ordinary message', async () => {
  expect(await sendMessage(port, 'hello@y.test', `${head}Do you make them?`)).toMatchObject({ code: 250 });
  expect(() => process.kill(gateway.pid, 0)).not.toThrow();
  expect(gateway.lastWords()).not.toMatch(/part\.failed|UnhandledPromise/);
});

function nested(levels: number): string {
  const open = Array.from(
    { length: levels },
    (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
  );
  return `${open.join('')}\r\nbottom`;
}

import { dataProblems } from '@kontor/data';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type OpenedMail, openMail } from '#testing/open-mail.ts';
import { openClient } from '#testing/smtp-client.ts';

let mail: OpenedMail;
beforeAll(async () => {
  mail = await openMail({ KONTOR_SMTP_MAX_SIZE: '2000000' });
});
afterAll(() => mail?.close());
afterEach(() => vi.restoreAllMocks());

const head = 'From: a@x.test\r\nSubject: Oak\r\n\r\n';
const client = () => openClient(mail.port);
const newest = async () => (await mail.inbox()).at(-1);
const count = async () => (await mail.inbox()).length;

test('a message is in the inbox when its 250 is heard; its readers are told soon', async () => {
  const delays: number[] = [];
  const talk = await client();
  let seq = await mail.office.changes.latest();
  for (let round = 0; round < 20; round += 1) {
    const told = followOnce(seq);
    expect(await talk.send(`${head}round ${round}\r\n`)).toMatch(/^250 2\.6\.0 /);
    const heard = performance.now();
    expect(await newest()).toContain(`round ${round}`);
    seq = await told;
    delays.push(performance.now() - heard);
  }
  delays.sort((a, b) => a - b);
  expect(delays[18]).toBeLessThan(20_000);
});

/** Resolves with the number of the next change that a process following the log is told of. */
function followOnce(after: number): Promise<number> {
  const ending = new AbortController();
  return new Promise((resolve) => {
    const onChanges = async (found: { seq: number; kind: string }[]) => {
      const arrived = found.find(({ kind }) => kind === 'mail.arrived');
      if (!arrived) return;
      ending.abort();
      resolve(found.at(-1)?.seq ?? arrived.seq);
    };
    void mail.office.changes.follow({ after, signal: ending.signal, onChanges });
  });
}

describe('the same bytes come out, however they come in', () => {
  const message = `${head}.\r\n..\r\n.one\r\n\r\n. \r\nlast line\r\n`;
  const wire = Buffer.from(`${message.replace(/^\./gm, '..')}.\r\n`);
  test.each([1, 2, 3, 5, 7, 64, wire.length])('in pieces of %i bytes', async (size) => {
    const talk = await client();
    talk.socket.setNoDelay(true);
    await talk.begin();
    for (let at = 0; at < wire.length; at += size) {
      talk.write(wire.subarray(at, at + size));
      if (size < 64) await new Promise(setImmediate);
    }
    expect(await talk.reply()).toMatch(/^250 /);
    expect(await newest()).toBe(message);
  });

  test('a first line that is a dot, cut in its middle, does not end the message', async () => {
    const talk = await client();
    await talk.begin();
    const before = await count();
    for (const piece of ['.', '.', '\r', `\n${head}MAIL FROM:<evil@x.test>\r\n`, '.\r', '\n']) {
      talk.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(await talk.reply()).toMatch(/^250 /);
    expect(await count()).toBe(before + 1);
    expect(await newest()).toBe(`.\r\n${head}MAIL FROM:<evil@x.test>\r\n`);
  });
});

test('two Froms are refused in plain words; a bounce, which has no sender, is taken', async () => {
  const talk = await client();
  const before = await count();
  const two = `From: Boss <ceo@bank.test>\r\n${head}Pay this.\r\n`;
  expect(await talk.send(two)).toMatch(/^554 5\.6\.0 .*one From field/);
  expect(await count()).toBe(before);
  await talk.say('MAIL FROM:<>');
  await talk.say('RCPT TO:<hello@y.test>');
  await talk.say('DATA');
  const bounce = 'From: MAILER-DAEMON@mx.x.test (Mail Delivery System)\r\nSubject: Undelivered\r\n\r\nno\r\n';
  expect(await talk.say(`${bounce}.`)).toMatch(/^250 /);
});

test.each(['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r.\r\n', '\r\n.\r'])(
  'what smuggles a second message behind %j is refused as a whole',
  async (end) => {
    const before = await count();
    const talk = await client();
    await talk.begin();
    const second = `MAIL FROM:<evil@x.test>\r\nRCPT TO:<hello@y.test>\r\nDATA\r\n${head}second\r\n`;
    expect(await talk.say(`${head}first${end}${second}.`)).toMatch(/^554 5\.6\.0 .*bare CR or LF/);
    expect(await talk.say('NOOP')).toMatch(/^250 /);
    expect(await count()).toBe(before);
  },
);

test('commands may be sent in one go (RFC 2920)', async () => {
  const talk = await client();
  await talk.say('EHLO client.test');
  talk.write('MAIL FROM:<a@x.test>\r\nRCPT TO:<hello@y.test>\r\nRCPT TO:<nobody@y.test>\r\nDATA\r\n');
  const replies = [await talk.reply(), await talk.reply(), await talk.reply(), await talk.reply()];
  expect(replies.map((reply) => reply.slice(0, 3))).toEqual(['250', '250', '550', '354']);
  talk.write(`${head}piped\r\n.\r\nMAIL FROM:<a@x.test>\r\nRSET\r\nQUIT\r\n`);
  const after = [await talk.reply(), await talk.reply(), await talk.reply(), await talk.reply()];
  expect(after.map((reply) => reply.slice(0, 3))).toEqual(['250', '250', '250', '221']);
  expect(await newest()).toBe(`${head}piped\r\n`);
});

test('8BITMIME and SMTPUTF8 are offered and kept: bytes are stored as they came', async () => {
  const talk = await client();
  const offered = (await talk.say('EHLO client.test')).split(/[\s-]+/);
  expect(offered).toEqual(expect.arrayContaining(['8BITMIME', 'SMTPUTF8']));
  expect(await talk.say('MAIL FROM:<zoë@x.test> BODY=8BITMIME SMTPUTF8')).toMatch(/^250 /);
  expect(await talk.say('RCPT TO:<hello@y.test>')).toMatch(/^250 /);
  expect(await talk.say('DATA')).toMatch(/^354 /);
  const message = `From: Zoë <zoë@x.test>\r\nSubject: Tür\r\n\r\nГотово\r\n`;
  expect(await talk.say(`${message}.`)).toMatch(/^250 /);
  expect(await newest()).toBe(message);
});

test('more than 100 recipients are put off, the first 100 taken', async () => {
  const talk = await client();
  await talk.say('EHLO client.test');
  await talk.say('MAIL FROM:<a@x.test>');
  const codes = [];
  for (let index = 0; index < 102; index += 1)
    codes.push((await talk.say(`RCPT TO:<hello+${index}@y.test>`)).slice(0, 3));
  expect(codes.slice(0, 100).every((code) => code === '250')).toBe(true);
  expect(codes.slice(100)).toEqual(['452', '452']);
});

test('a message that is too large is refused when it says so, and when it is', async () => {
  const talk = await client();
  await talk.say('EHLO client.test');
  expect(await talk.say('MAIL FROM:<a@x.test> SIZE=2000001')).toMatch(/^552 /);
  const before = await count();
  expect(await talk.send(`${head}${`${'x'.repeat(998)}\r\n`.repeat(2001)}`)).toMatch(/^552 /);
  expect(await count()).toBe(before);
  expect(await talk.send(`${head}small\r\n`)).toMatch(/^250 /);
});

describe('when something of ours is away', () => {
  const failures: [string, RegExp, () => void][] = [
    [
      'the database',
      /^451 4\./,
      () =>
        vi
          .spyOn(mail.office.bulk, 'write')
          .mockImplementation(() => Promise.reject(dataProblems.make('unavailable'))),
    ],
    ['room on the disk', /^452 4\./, () => failBlobs('ENOSPC')],
    ['the quota', /^452 4\./, () => failBlobs('EDQUOT')],
    ['the disk', /^451 4\./, () => failBlobs('EIO')],
  ];
  const failBlobs = (code: string) =>
    vi
      .spyOn(mail.office.blobs, 'stage')
      .mockImplementation(() => Promise.reject(Object.assign(new Error(code), { code })));

  test.each(failures)(
    '%s: %s, nothing is delivered, and the same connection goes on after',
    async (_what, reply, fail) => {
      const before = await count();
      const talk = await client();
      fail();
      const answer = await talk.send(`${head}${'x\r\n'.repeat(50_000)}`);
      expect(answer).toMatch(reply);
      expect(answer).not.toMatch(/ENOSPC|EIO|EDQUOT|database/);
      vi.restoreAllMocks();
      expect(await count()).toBe(before);
      expect(await talk.send(`${head}again\r\n`)).toMatch(/^250 /);
      expect(await count()).toBe(before + 1);
    },
  );

  test('the recipients cannot be looked up: not now, rather than nobody', async () => {
    const talk = await client();
    vi.spyOn(mail.office.bulk, 'find').mockImplementation(() =>
      Promise.reject(dataProblems.make('unavailable')),
    );
    await talk.say('EHLO client.test');
    await talk.say('MAIL FROM:<a@x.test>');
    expect(await talk.say('RCPT TO:<hello@y.test>')).toMatch(/^451 4\./);
  });
});

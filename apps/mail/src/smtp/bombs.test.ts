import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedMail, openMail } from '#testing/open-mail.ts';
import { openClient } from '#testing/smtp-client.ts';

let mail: OpenedMail;
beforeAll(async () => {
  mail = await openMail({ KONTOR_SMTP_MAX_SIZE: '30000000' });
});
afterAll(() => mail?.close());

const secondsAllowed = 25;
const megabytesAllowed = 250;
const from = 'From: a@x.test\r\n';
const line = `${'x'.repeat(996)}\r\n`;

const bombs: [string, string][] = [
  ['one header line of 5 MB', `${from}Subject: ${'x'.repeat(5_000_000)}\r\n\r\nbody\r\n`],
  ['one header folded into 5 MB', `${from}Subject: a\r\n${` ${line}`.repeat(5000)}\r\nbody\r\n`],
  ['100,000 header lines', `${from}${'X-Line: 1\r\n'.repeat(100_000)}\r\nbody\r\n`],
  ['20,000 Received lines', `${'Received: from a by b\r\n'.repeat(20_000)}${from}\r\nbody\r\n`],
  [
    '20,000 forged results',
    `${'Authentication-Results: mail.y.test; spf=pass\r\n'.repeat(20_000)}${from}\r\nbody\r\n`,
  ],
  [
    '5,000 signatures',
    `${'DKIM-Signature: v=1; a=rsa-sha256; d=x.test; s=s; h=from; bh=AA==; b=AA==\r\n'.repeat(5000)}${from}\r\nbody\r\n`,
  ],
  ['1,000 levels of multipart', `${from}MIME-Version: 1.0\r\n${nested(1000, 'multipart/mixed')}`],
  [
    '1,000 levels of message/rfc822',
    `${from}${'Content-Type: message/rfc822\r\n\r\n'.repeat(1000)}bottom\r\n`,
  ],
  [
    '20,000 parts',
    `${from}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(20_000)}--b--\r\n`,
  ],
  ['100,000 recipients in To', `To: ${'a@b.test,\r\n '.repeat(100_000)}c@d.test\r\n${from}\r\nbody\r\n`],
  ['100,000 references', `${from}References:${'\r\n <a@b.test>'.repeat(100_000)}\r\n\r\nbody\r\n`],
  ['a field of 2,500 lines', `${from}Subject: ${'x\r\n '.repeat(2499)}x\r\n\r\nbody\r\n`],
  ['25 such fields', `${from}${`Subject: ${'x\r\n '.repeat(2499)}x\r\n`.repeat(25)}\r\nbody\r\n`],
  ['a field of 60,000 lines', `${from}Subject: ${'x\r\n '.repeat(60_000)}x\r\n\r\nbody\r\n`],
  ['5 MB of tags', `${from}Content-Type: text/html\r\n\r\n${`${'<b>'.repeat(300)}\r\n`.repeat(5500)}`],
  ['5 MB of encoded words', `${from}Subject: ${'=?utf-8?q?x?=\r\n '.repeat(330_000)}\r\n\r\nbody\r\n`],
  [
    'a 20 MB attachment',
    `${from}Content-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'QUJD'.repeat(19)}\r\n`.repeat(256_000)}`,
  ],
];

test.each(bombs)(
  '%s is answered in time, in bounded memory, and mail goes on',
  { timeout: 180_000 },
  async (_what, bomb) => {
    const before = process.memoryUsage().rss;
    let most = before;
    const watching = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 20);
    const talk = await openClient(mail.port);
    const began = performance.now();
    const reply = await talk.send(bomb);
    const seconds = (performance.now() - began) / 1000;
    clearInterval(watching);
    expect(reply).toMatch(/^(250|55\d) /);
    expect(seconds).toBeLessThan(secondsAllowed);
    expect((most - before) / 2 ** 20).toBeLessThan(megabytesAllowed);
    expect(await talk.send(`${from}\r\nstill here\r\n`)).toMatch(/^250 /);
  },
);

function nested(levels: number, type: string): string {
  const open = Array.from(
    { length: levels },
    (_, level) => `Content-Type: ${type}; boundary=b${level}\r\n\r\n--b${level}\r\n`,
  );
  return `${open.join('')}\r\nbottom\r\n`;
}

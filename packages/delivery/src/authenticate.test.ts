import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { expect, test } from 'vitest';
import { authenticate } from './authenticate.ts';
import { checkedPart } from './checked-part.ts';
import { headerFields } from './inspect-message.ts';
import type { Resolve } from './resolver.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const records: Record<string, string> = {
  's._domainkey.x.test': `v=DKIM1; k=rsa; p=${key}`,
  'x.test': 'v=spf1 ip4:192.0.2.7 -all',
  '_dmarc.x.test': 'v=DMARC1; p=reject',
};
const dns: Resolve = async (name, type) => {
  const text = type === 'TXT' ? records[name] : undefined;
  if (text) return [[text]];
  throw Object.assign(new Error(name), { code: 'ENOTFOUND' });
};
const silence: Resolve = () => new Promise(() => undefined);

const plain = 'From: Anna <a@x.test>\r\nSubject: Oak\r\n\r\nHow much?\r\n';
async function signed(message: string): Promise<string> {
  const signatureData = [
    {
      signingDomain: 'x.test',
      selector: 's',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    },
  ];
  const { signatures } = await dkimSign(message, {
    canonicalization: 'relaxed/relaxed',
    signatureData,
  } as never);
  return signatures + message;
}

function check(
  message: string,
  { ip = '192.0.2.7', resolve = dns, patience = 5000, mailFrom = 'a@x.test' } = {},
) {
  const bytes = Buffer.from(message);
  const head = bytes.subarray(0, message.indexOf('\r\n\r\n') + 2);
  const envelope = { mailFrom, rcptTo: ['hello@y.test'] };
  const peer = { ip, helo: 'mx.x.test', protocol: 'ESMTP' };
  return authenticate(
    checkedPart(head, headerFields(head), () => bytes),
    { envelope, peer, hostname: 'mail.y.test', resolve, patience },
  );
}

test('a signed message from the right address passes, and the header says so in our name', async () => {
  const { verdict, headers } = await check(await signed(plain));
  expect(verdict).toMatchObject({ spf: 'pass', dmarc: 'pass', from: 'x.test', summary: 'pass' });
  expect(verdict.dkim).toEqual([{ domain: 'x.test', result: 'pass' }]);
  expect(headers).toMatch(/^(?:.*\r\n)*Authentication-Results: mail\.y\.test;\r\n/);
});

test('a changed body, from a strange address, fails with what its owner asks for', async () => {
  const changed = (await signed(plain)).replace('How much?', 'Pay here.');
  const { verdict, policy } = await check(changed, { ip: '198.51.100.9' });
  expect(verdict).toMatchObject({ spf: 'fail', dmarc: 'fail', summary: 'fail' });
  expect(verdict.dkim[0]?.result).not.toBe('pass');
  expect(policy).toBe('reject');
});

test('where nothing is signed, the verdict without the body is the verdict with it', async () => {
  const envelope = { mailFrom: 'a@x.test', rcptTo: [] };
  const peer = { ip: '192.0.2.7', helo: 'mx.x.test', protocol: 'ESMTP' };
  const whole = await authenticate(Buffer.from(plain), {
    envelope,
    peer,
    hostname: 'mail.y.test',
    resolve: dns,
  });
  expect(await check(plain)).toEqual(whole);
});

test('a bounce, which has no sender, is checked by its greeting', async () => {
  records['mx.x.test'] = 'v=spf1 ip4:192.0.2.7 -all';
  expect((await check(plain, { mailFrom: '' })).verdict.spf).toBe('pass');
});

test('a DNS that never answers costs a known time and proves nothing', async () => {
  const began = performance.now();
  const { verdict } = await check(await signed(plain), { resolve: silence, patience: 200 });
  expect(performance.now() - began).toBeLessThan(5000);
  expect(verdict.summary).toBe('error');
  expect(verdict.dkim.map(({ result }) => result)).toEqual(['temperror']);
});

test('two thousand signatures, each over a part of its own of a large body, are not looked at', async () => {
  const signature = (length: number) =>
    `DKIM-Signature: v=1; a=rsa-sha256; l=${length}; d=x.test; s=s; h=from; bh=AA==; b=AA==\r\n`;
  const many = Array.from({ length: 2000 }, (_, index) => signature(4_000_000 + index)).join('');
  const began = performance.now();
  const { verdict } = await check(many + plain + `${'x'.repeat(76)}\r\n`.repeat(60_000));
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(verdict).toMatchObject({ spf: 'pass', dkim: [], dmarc: 'pass' });
});

const several = 'From: a@x.test, c@stranger.test\r\nSender: a@x.test\r\nSubject: Oak\r\n\r\nHow much?\r\n';

test('of several authors, the one least proven is spoken of, with what its domain asks for', async () => {
  const own = { ip: '198.51.100.9', mailFrom: 'c@stranger.test' };
  records['stranger.test'] = 'v=spf1 ip4:198.51.100.9 -all';
  records['_dmarc.stranger.test'] = 'v=DMARC1; p=none';
  const passedOff = await check(several, own);
  expect(passedOff).toMatchObject({ policy: 'reject', verdict: { from: 'x.test', summary: 'fail' } });
  const signedByOne = await check(await signed(several), own);
  expect(signedByOne).toMatchObject({ verdict: { dmarc: 'pass', summary: 'pass' } });
  const unproven = await check(await signed(several), { ip: '203.0.113.1', mailFrom: 'd@else.test' });
  expect(unproven).toMatchObject({ policy: 'none', verdict: { from: 'stranger.test', summary: 'fail' } });
});

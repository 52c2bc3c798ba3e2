import { expect, test } from 'vitest';
import { headerFields } from './inspect-message.ts';
import { buildPrefix, countReceived, forgedRanges } from './prefix.ts';

const trace = {
  envelope: { mailFrom: 'a@x.test', rcptTo: ['hello@y.test'] },
  recipient: 'hello@y.test',
  peer: { ip: '192.0.2.7', helo: 'mx.x.test', protocol: 'ESMTPS' },
  hostname: 'mail.y.test',
  id: 'an-id',
  now: Date.UTC(2026, 10, 24, 9, 5, 7),
  authentication: 'Authentication-Results: mail.y.test;\r\n spf=pass\r\n',
};

test('the prefix is Return-Path, the verdict and Received, each line ended by CR LF', () => {
  expect(buildPrefix(trace)).toBe(
    'Return-Path: <a@x.test>\r\n' +
      'Authentication-Results: mail.y.test;\r\n spf=pass\r\n' +
      'Received: from mx.x.test ([192.0.2.7])\r\n' +
      '\tby mail.y.test (Kontor) with ESMTPS id an-id\r\n' +
      '\tfor <hello@y.test>; Tue, 24 Nov 2026 09:05:07 +0000\r\n',
  );
});

test('the null sender, an IPv6 peer and a silent one are written as the RFCs want', () => {
  const prefix = buildPrefix({
    ...trace,
    envelope: { mailFrom: '', rcptTo: [] },
    peer: { ip: '2001:db8::1', helo: '', protocol: 'SMTP' },
  });
  expect(prefix).toContain('Return-Path: <>\r\n');
  expect(prefix).toContain('Received: from unknown ([IPv6:2001:db8::1])\r\n');
});

test('nothing a peer says starts a header line of its own', () => {
  const prefix = buildPrefix({
    ...trace,
    envelope: { mailFrom: 'a@x.test>\r\nX-Evil: 1', rcptTo: [] },
    recipient: 'hello@y.test\nX-Evil: 2',
    peer: { ip: '192.0.2.7', helo: 'mx)\r\nX-Evil: 3\r\n\r\n', protocol: 'ESMTP' },
  });
  expect(prefix).not.toMatch(/^X-Evil/m);
  expect(prefix.split('\r\n')).toHaveLength(buildPrefix(trace).split('\r\n').length);
});

function cut(text: string): string[] {
  const head = Buffer.from(text, 'latin1');
  const ranges = forgedRanges(head, headerFields(head), 'mail.y.test');
  return ranges.map(([start, end]) => text.slice(start, end));
}

test.each([
  ['a result in our name', 'Authentication-Results: mail.y.test; spf=pass\r\n'],
  ['in other letters', 'AUTHENTICATION-results: Mail.Y.Test; spf=pass\r\n'],
  ['folded', 'Authentication-Results:\r\n mail.y.test;\r\n\tspf=pass\r\n'],
  ['behind a comment', 'Authentication-Results: (hm) mail.y.test; spf=pass\r\n'],
  ['behind comments in comments', 'Authentication-Results: (a(b)(\\)c) d) (e) mail.y.test; spf=pass\r\n'],
  ['with a comment behind', 'Authentication-Results: mail.y.test(hm); spf=pass\r\n'],
  ['with the dot of the root', 'Authentication-Results: mail.y.test.; spf=pass\r\n'],
  ['quoted, letter by letter', 'Authentication-Results: "ma\\il.y.test"; spf=pass\r\n'],
  ['without a result', 'Authentication-Results: mail.y.test\r\n'],
  ['folded behind a comment', 'Authentication-Results: (\r\n a\r\n )\r\n\tmail.y.test; spf=pass\r\n'],
  ['quoted', 'Authentication-Results: "mail.y.test"; spf=pass\r\n'],
  ['with a version', 'Authentication-Results: mail.y.test/1; spf=pass\r\n'],
  ['with a space before the colon', 'Authentication-Results : mail.y.test; spf=pass\r\n'],
  ['a Return-Path', 'Return-Path: <ceo@y.test>\r\n'],
])('forged is %s', (_what, line) => {
  expect(cut(`From: a@x.test\r\n${line}Subject: Oak\r\n`)).toEqual([line]);
});

test.each([
  'Authentication-Results: mx.other.test; spf=pass\r\n',
  'Authentication-Results: mail.y.test.evil.test; spf=pass\r\n',
  'X-Authentication-Results: mail.y.test; spf=pass\r\n',
  'Subject: Authentication-Results: mail.y.test\r\n',
])('kept is %j', (line) => {
  expect(cut(`From: a@x.test\r\n${line}`)).toEqual([]);
});

test.each([
  [' and more of it\r\nFrom: a@x.test\r\n', [' and more of it\r\n']],
  ['\tone\r\n two\r\nReturn-Path: <b>\r\n', ['\tone\r\n two\r\n', 'Return-Path: <b>\r\n']],
  [' Return-Path: <b>\r\nFrom: a@x.test\r\n', [' Return-Path: <b>\r\n']],
])('a first line that would continue ours is cut: %j', (head, lines) => {
  expect(cut(head)).toEqual(lines);
});

test('servers on the way are counted, whatever the letters', () => {
  const head = Buffer.from('Received: a\r\nRECEIVED: b\r\n c\r\nX-Received: d\r\n');
  expect(countReceived(headerFields(head))).toBe(2);
});

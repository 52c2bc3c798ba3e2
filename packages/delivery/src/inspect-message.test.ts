import { expect, test } from 'vitest';
import { headerFields, isHugeHead, MessageInspector, MessageTooLarge } from './inspect-message.ts';

function inspect(message: string, pieces: number, limit = 1_000_000): MessageInspector {
  const inspector = new MessageInspector({ limit });
  const bytes = Buffer.from(message, 'latin1');
  for (let at = 0; at < bytes.length; at += pieces) inspector.see(bytes.subarray(at, at + pieces));
  return inspector;
}

const sizes = [1, 2, 3, 5, 7, 1000];

test.each(sizes)('chunks of %i bytes make no difference to what is found', (size) => {
  const message = 'From: a@x.test\r\nSubject: Oak\r\n\r\nbody\r\n\r\nmore\r\n';
  const found = inspect(message, size);
  expect(found.head.toString()).toBe('From: a@x.test\r\nSubject: Oak\r\n');
  expect(found.hasBareBreak).toBe(false);
  expect(found.size).toBe(message.length);
  for (const wrong of ['a\nb\r\n', 'a\rb\r\n', 'a\r\r\nb\r\n', '\nb\r\n', 'a\r', 'a\n'])
    expect(inspect(wrong, size).hasBareBreak, JSON.stringify(wrong)).toBe(true);
  expect(inspect('\r\nbody without a head\r\n\r\n', size).head.toString()).toBe('');
});

test('a message over the limit is given up where it passes it', () => {
  expect(() => inspect('x'.repeat(101), 10, 100)).toThrow(MessageTooLarge);
  expect(inspect('x'.repeat(100), 10, 100).size).toBe(100);
});

test('fields have their places, folded lines included', () => {
  const head = Buffer.from('A: one\r\n two\r\nnonsense\r\nB:three\r\n');
  expect(headerFields(head)).toEqual([
    { name: 'a', value: 'one two', start: 0, end: 14 },
    { name: 'b', value: 'three', start: 24, end: 33 },
  ]);
});

test('huge is a head over 256 kB or a field over 2,500 lines', () => {
  const folded = (lines: number) => Buffer.from(`To: a${'\r\n b'.repeat(lines - 1)}\r\nFrom: c\r\n`);
  expect(isHugeHead(folded(2500))).toBe(false);
  expect(isHugeHead(folded(2501))).toBe(true);
  expect(isHugeHead(Buffer.alloc(256 * 1024, 'x'))).toBe(false);
  expect(isHugeHead(Buffer.alloc(256 * 1024 + 1, 'x'))).toBe(true);
  expect(isHugeHead(inspect(`X: ${'x'.repeat(300_000)}\r\n\r\nbody`, 65_536).head)).toBe(true);
});

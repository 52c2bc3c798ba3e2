import { expect, test } from 'vitest';
import { mailPath, readPlace } from '../mail-address.ts';
import { speak } from '../texts/speak.ts';
import { firstText } from './letter-text.ts';

const writer = { say: speak('en'), timeZone: 'Europe/London', signature: 'Brightwater Joinery' };
const nora = [{ name: 'Nora Hale', address: 'nora@x.example' }];
const original = {
  ...{ from: nora, writer: nora, to: [{ name: '', address: 'hello@y.example' }], cc: [] },
  ...{ subject: 'Stairs', date: '2026-11-24T12:52:00.000Z', attachments: [] },
  text: 'Hello,\r\n\r\n> Dear Nora,\r\nwhen?\r\n\r\n',
};

test('a new letter begins with room above the signature, set off as programs know it', () => {
  expect(firstText('new', null, writer)).toBe('\n\n-- \nBrightwater Joinery\n');
  expect(firstText('new', null, { ...writer, signature: '' })).toBe('');
});

test('a reply quotes line by line under who wrote when', () => {
  expect(firstText('reply', original, writer)).toBe(
    [
      '\n\nBrightwater Joinery\n',
      'On Tue, 24 November 2026 at 12:52 GMT, Nora Hale <nora@x.example> wrote:',
      '> Hello,',
      '>',
      '>> Dear Nora,',
      '> when?\n',
    ].join('\n'),
  );
});

test('it says so in the person’s language', () => {
  const text = firstText('reply', original, { ...writer, say: speak('ar') });
  expect(text).toMatch(/كتب Nora Hale <nora@x\.example>:\n> Hello,/);
});

test('a forward names whom it was from and to, and leaves the text as it is', () => {
  const text = firstText('forward', original, { ...writer, signature: '' });
  expect(text).toMatch(/^\n\n-{10} Forwarded message -{10}\nFrom: Nora Hale <nora@x\.example>\nDate: Tue/);
  expect(text).toMatch(/\nTo: hello@y\.example\n\nHello,\n\n> Dear Nora,\nwhen\?\n$/);
});

test('of an endless message only its beginning is quoted', () => {
  const text = firstText('reply', { ...original, text: 'x\n'.repeat(100_000) }, writer);
  expect(text.length).toBeLessThan(125_000);
  expect(text).toMatch(/> \[…\]\n$/);
});

test.each([
  [{ kind: 'new' as const }, '?write=new'],
  [{ kind: 'reply-all' as const, message: 'box:a b' }, '?write=reply-all&message=box%3Aa+b'],
  [{ kind: 'draft' as const, id: '0190' }, '?draft=0190'],
])('what is written has an address: %j', (writing, search) => {
  const path = mailPath({ mailbox: 'a@y.example', folder: 'inbox', thread: 't', filter: 'unread', writing });
  const url = new URL(path, 'http://office');
  expect(url.search).toBe(`${search}&show=unread`);
  expect(readPlace(url.pathname, url.search)).toEqual({
    ...{ mailbox: 'a@y.example', folder: 'inbox', thread: 't', filter: 'unread', writing },
  });
});

test('an address that names nothing to write opens what is read', () => {
  for (const search of ['', '?write=reply', '?write=x&message=y', '?draft='])
    expect(readPlace('/mail/a@y.example/inbox', search).writing).toBeNull();
});

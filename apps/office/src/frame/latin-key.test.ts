import { expect, test } from 'vitest';
import { latinKey } from './latin-key.ts';

test.each([
  ['a Russian layout', 'о', 'KeyJ', 'j'],
  ['an Arabic layout', 'ت', 'KeyJ', 'j'],
  ['№ of a Russian layout', '№', 'Digit3', '#'],
  ['a German layout, where y and z are exchanged', 'z', 'KeyY', 'z'],
  ['a French layout, where a and q are exchanged', 'a', 'KeyQ', 'a'],
  ['a German umlaut, which is no shortcut', 'ö', 'Semicolon', 'ö'],
  ['# of a German layout', '#', 'Backslash', '#'],
  ['a key that writes nothing', 'ArrowDown', 'ArrowDown', 'ArrowDown'],
  ['a question mark', '?', 'Minus', '?'],
])('%s: %j on %s means %j', (_what, key, code, meant) => {
  expect(latinKey({ key, code })).toBe(meant);
});

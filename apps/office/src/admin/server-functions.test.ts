import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isAdminCall } from './server-functions.ts';

/** An upgrade of Payload that brings another one must be looked at. */
test('the names are those that Payload knows, each its own', () => {
  const at = new URL(
    '../utilities/handleServerFunctions.js',
    import.meta.resolve('@payloadcms/next/layouts'),
  );
  const source = readFileSync(fileURLToPath(at), 'utf8');
  const [, list = ''] = /baseServerFunctions = \{([\s\S]*?)\n\};/.exec(source) ?? [];
  const names = [...list.matchAll(/^ {2}'?([\w-]+)'?:/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !isAdminCall({ name, args: {} }))).toEqual([]);
  expect(isAdminCall({ name: 'constructor', args: {} })).toBe(false);
});

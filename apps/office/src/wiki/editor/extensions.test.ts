import { schema } from '@kontor/wiki/document';
import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { documentExtensions } from './extensions.ts';

const theirs = getSchema(documentExtensions());
const defaultsOf = (attrs: Record<string, { default?: unknown }> = {}) =>
  Object.fromEntries(Object.entries(attrs).map(([name, { default: value }]) => [name, value]));
const groups = (group: string | undefined) => (group ?? '').split(' ').sort();

test('the editor knows the nodes that a page can hold, and no others', () => {
  expect(Object.keys(theirs.nodes).sort()).toEqual(Object.keys(schema.nodes).sort());
  expect(Object.keys(theirs.marks)).toEqual(Object.keys(schema.marks));
});

test.each(Object.keys(schema.nodes))('%s is the same there as on the server', (name) => {
  const [ours, editors] = [schema.nodes[name]?.spec, theirs.nodes[name]?.spec];
  expect(editors?.content ?? '').toBe(ours?.content ?? '');
  expect(groups(editors?.group)).toEqual(groups(ours?.group));
  expect(editors?.marks).toBe(ours?.marks);
  expect(Boolean(editors?.inline)).toBe(Boolean(ours?.inline));
  expect(defaultsOf(editors?.attrs)).toEqual(defaultsOf(ours?.attrs));
});

test.each(Object.keys(schema.marks))('the mark %s is the same there as on the server', (name) => {
  const [ours, editors] = [schema.marks[name]?.spec, theirs.marks[name]?.spec];
  expect(defaultsOf(editors?.attrs)).toEqual(defaultsOf(ours?.attrs));
  expect(editors?.excludes).toBe(ours?.excludes);
});

import type { TreeNode } from '@kontor/wiki';
import { expect, test } from 'vitest';
import { above, dropTarget, moved, type Place, type Step, stepTarget } from './tree-moves.ts';

const node = (id: string, ...children: TreeNode[]): TreeNode => ({ id, title: id, children });
const tree = [node('a', node('b'), node('c', node('d'))), node('e')];
const drawn = (nodes: readonly TreeNode[]): string =>
  nodes.map(({ id, children }) => (children.length > 0 ? `${id}(${drawn(children)})` : id)).join(' ');
const after = (page: string, step: Step) => {
  const target = stepTarget(tree, page, step);
  return target ? drawn(moved(tree, page, target)) : null;
};

test.each([
  ['c', 'up', 'a(c(d) b) e'],
  ['b', 'down', 'a(c(d) b) e'],
  ['e', 'up', 'e a(b c(d))'],
  ['e', 'in', 'a(b c(d) e)'],
  ['d', 'out', 'a(b c d) e'],
  ['c', 'out', 'a(b) c(d) e'],
  ['a', 'up', null],
  ['e', 'down', null],
  ['b', 'in', null],
  ['e', 'out', null],
  ['nowhere', 'up', null],
] as const)('%s one step %s', (page, step, expected) => {
  expect(after(page, step)).toBe(expected);
});

test.each([
  ['e', 'after', 'b', 'a(b e c(d))'],
  ['e', 'before', 'b', 'a(e b c(d))'],
  ['e', 'into', 'b', 'a(b(e) c(d))'],
  // Where it is already.
  ['c', 'after', 'b', 'a(b c(d)) e'],
  ['b', 'before', 'c', 'a(b c(d)) e'],
  ['c', 'after', 'c', 'a(b c(d)) e'],
  ['e', 'after', 'a', 'a(b c(d)) e'],
  ['b', 'after', 'c', 'a(c(d) b) e'],
] as const)('%s dropped %s %s', (page, place, onto, expected) => {
  expect(drawn(moved(tree, page, dropTarget(tree, page, onto, place as Place)))).toBe(expected);
});

test('dropped behind the sibling above it, a page stays where it is', () => {
  const row = ['a', 'b', 'c', 'd'].map((id) => node(id));
  expect(drawn(moved(row, 'c', dropTarget(row, 'c', 'b', 'after')))).toBe('a b c d');
  expect(drawn(moved(row, 'a', dropTarget(row, 'a', 'b', 'after')))).toBe('b a c d');
});

test('nothing goes below itself', () => {
  expect(moved(tree, 'a', { parent: 'd', before: null })).toEqual(tree);
  expect(moved(tree, 'a', { parent: 'a', before: null })).toEqual(tree);
});

test('what must be open for a page to be seen', () => {
  expect(above(tree, 'd')).toEqual(['a', 'c']);
  expect(above(tree, null)).toEqual([]);
});

import { expect, test } from 'vitest';
import { isStateTree } from './state-tree.ts';

const state = (value: unknown) => encodeURIComponent(JSON.stringify(value));
const page = ['__PAGE__', {}, null, null];

test.each([
  [['', { children: page }]],
  [['', { children: ['mail', { children: [['place', 'a/inbox', 'oc', null], { children: page }] }] }, null]],
  [['', { children: page }, ['/mail', '/mail'], 'refetch', 16, 'x']],
  [['', { children: [['slug', 'x', 'd', ['about']], {}] }, null, null, 0]],
])('what Next’s own client sends is kept: %j', (value) => expect(isStateTree(state(value))).toBe(true));

const deep = `${'["",{"a":'.repeat(2000)}["",{}]${'}]'.repeat(2000)}`;
test.each([
  'x',
  '%',
  '%ff',
  '',
  state(null),
  state({}),
  state([]),
  state(['']),
  state(['', []]),
  state(['', {}, 'x']),
  state(['', {}, null, 'elsewhere']),
  state(['', {}, null, null, 'x']),
  state(['', {}, null, null, null, null]),
  state([['a', 'b', 'x', null], {}]),
  state(['', { children: 7 }]),
  `${state(['', {}])}, ${state(['', {}])}`,
  state('x'.repeat(50_000)),
  deep,
])('anything else is not: %.60s', (header) => expect(isStateTree(header)).toBe(false));

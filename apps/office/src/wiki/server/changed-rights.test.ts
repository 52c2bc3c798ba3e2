import { expect, test } from 'vitest';
import { changedRights } from './changed-rights.ts';

test('a form sets only the rights that somebody changed in it', () => {
  const form = {
    name: 'Workshop',
    'right.everyone': 'read',
    'shown.everyone': 'read',
    'right.bench': 'write',
    'shown.bench': 'none',
    'right.office': 'none',
    'shown.office': 'manage',
  };
  expect(changedRights(form)).toEqual([
    { group: 'bench', may: 'write' },
    { group: 'office', may: 'none' },
  ]);
});

test('a right that comes without what was shown is meant', () => {
  expect(changedRights({ 'right.bench': 'read' })).toEqual([{ group: 'bench', may: 'read' }]);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readHealth } from './health.ts';

const folder = mkdtempSync(join(tmpdir(), 'kontor-health-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'health.json');
const now = 1_800_000_000_000;
const findings = [
  { subject: 'Disk', state: 'bad', says: 'Full.', hint: 'Make room.', code: 'x.full', values: { free: 1 } },
  { subject: 'DNS', state: 'bad', says: 'Mute.', hint: 'Wait.' },
  { subject: 'Memory', state: 'good', says: '2 GB' },
];

test('what is wrong is told, and what works is not', async () => {
  writeFileSync(file, JSON.stringify({ at: now - 1000, findings }));
  expect(await readHealth(file, now)).toEqual({
    at: now - 1000,
    wrong: [
      { says: 'Full.', hint: 'Make room.', code: 'x.full', values: { free: 1 } },
      { says: 'Mute.', hint: 'Wait.', code: '', values: {} },
    ],
  });
});

test('an old look, a broken file and none are no look at all', async () => {
  const nobodyLooked = { at: null, wrong: [] };
  expect(await readHealth(file, now + 3_700_000)).toEqual(nobodyLooked);
  writeFileSync(file, '{"at":');
  expect(await readHealth(file, now)).toEqual(nobodyLooked);
  const odd = { ...findings[0], values: { free: { toString: 'x' } } };
  writeFileSync(file, JSON.stringify({ at: now, findings: [odd] }));
  expect(await readHealth(file, now)).toEqual(nobodyLooked);
  expect(await readHealth(join(folder, 'none'), now)).toEqual(nobodyLooked);
});

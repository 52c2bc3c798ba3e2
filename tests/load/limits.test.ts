import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareFirm } from './bench-firm.ts';
import { median } from './figures.ts';
import { type House, newHouse, startHouse } from './house.ts';
import { measureMemory, measureSite, measureStarts } from './measure-house.ts';
import { measureSmtp } from './measure-smtp.ts';
import { sumOf } from './memory.ts';
import { missingForPostfix } from './postfix.ts';
import { missingForCaddy } from './static-site.ts';

// A shared machine is noisy: the suite asserts a fifth of a rate, five times a time, and memory as it is.
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-limits-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what is measured is built', () => {
  for (const part of ['cli/dist/kontor.mjs', 'mail/dist/main.mjs', 'site/dist/main.mjs']) {
    expect(existsSync(join(import.meta.dirname, '../../apps', part)), part).toBe(true);
  }
});

test.skipIf(missingForPostfix().length > 0)('SMTP: a fifth of 0.7 × Postfix', async () => {
  const { ratio } = await measureSmtp(folder, { pairs: 1, messages: 500 });
  expect(ratio).toBeGreaterThan(0.7 / 5);
});

test('second start: five times 10 s', async () => {
  const { second } = await measureStarts(folder);
  expect(second).toBeLessThan(5 * 10);
}, 400_000);

describe('a house at rest', () => {
  let house: House;
  beforeAll(async () => {
    const env = await newHouse(join(folder, 'house'));
    await prepareFirm(env);
    house = await startHouse(env);
  });
  afterAll(() => house?.supervisor.stop());

  test('holds at most 550 MB, 750 with search, and each part is there', async () => {
    const memory = await measureMemory(house.supervisor.pid);
    const names = memory.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['cli', 'mail', 'office', 'search', 'site', 'vpn']));
    expect(sumOf(memory.filter(({ name }) => name !== 'search'))).toBeLessThan(550);
    expect(sumOf(memory)).toBeLessThan(750);
  });

  test.skipIf(missingForCaddy().length > 0)('site: the first byte within five times 3 × a file', async () => {
    const { firstByte } = await measureSite(folder, house.siteUrl, { rounds: 1, seconds: 1 });
    expect(median(firstByte.ours) / median(firstByte.file)).toBeLessThan(5 * 3);
  });
});

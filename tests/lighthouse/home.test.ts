import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, newHouse, startHouse } from '../load/house.ts';
import { audit, missingForLighthouse } from './audit.ts';

let folder: string;
let house: House;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-lighthouse-'));
  house = await startHouse(await newHouse(folder), 'demo');
}, 300_000);
afterAll(async () => {
  await house?.supervisor.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(missingForLighthouse().length > 0).each([
  ['English', ''],
  ['Arabic', 'ar/'],
])(
  'the demo’s home page in %s, on a telephone: fast, and everything else without a fault',
  async (_language, path) => {
    const { scores, lost } = await audit(`${house.siteUrl}${path}`);
    expect(scores.performance, lost.join('\n')).toBeGreaterThanOrEqual(95);
    expect(scores, lost.join('\n')).toMatchObject({ accessibility: 100, 'best-practices': 100, seo: 100 });
  },
  300_000,
);

import { setTimeout as pause } from 'node:timers/promises';
import { loadConfig } from '@kontor/config';
import { createLog } from '@kontor/log';
import { openOffice } from '@kontor/suite';
import { addSpace } from '@kontor/wiki';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedInHouse, startSignedIn } from './signed-in.ts';

let house: SignedInHouse;
let space: string;
beforeAll(async () => {
  house = await startSignedIn();
  const log = createLog({ part: 'hostile', destination: { write: () => undefined } });
  const office = await openOffice(loadConfig(house.house.env), { log });
  const person = { id: 'grace', role: 'admin' as const, groups: [] };
  ({ space } = await addSpace.perform(office, { name: 'Prices' }, { via: 'web', person }));
  await office.close();
});
afterAll(() => house?.close());

const ask = (path: string, method: string, body: object): Promise<Response> =>
  fetch(`${house.office}${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie: house.cookie, origin: house.office },
    body: JSON.stringify(body),
  });
const importing = (markdown: string) =>
  ask('/wiki-data/change', 'POST', { do: 'import', space, parent: null, filename: 'prices.md', markdown });
const table = (columns: number, rows: number, row: string) =>
  [`|${'a|'.repeat(columns)}`, `|${'-|'.repeat(columns)}`, ...Array(rows).fill(row)].join('\n');

/** Some seconds of work, and half of one; a busy machine gets long for it, though not the minute without bounds. */
const [inTime, atOnce] = [40_000, 10_000];

test.each([
  ['a table of twenty million cells', table(1000, 20_000, 'b'), 413],
  ['a text that takes the parser a minute', '*a_ '.repeat(10_000), 413],
])('%s is refused in time, and everybody is answered meanwhile', async (_what, markdown, status) => {
  let longest = 0;
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const began = performance.now();
      expect((await fetch(`${house.office}/health`)).status).toBe(200);
      longest = Math.max(longest, performance.now() - began);
      await pause(20);
    }
  })();
  const began = performance.now();
  const answer = await importing(markdown);
  isOver = true;
  await asking;
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ code: expect.stringMatching(/^wiki\./) });
  expect(performance.now() - began).toBeLessThan(inTime);
  expect(longest).toBeLessThan(atOnce);
});

test('a price list of 700 rows is imported, and can be saved', async () => {
  const { goto } = (await (await importing(table(10, 700, '|b'.repeat(10)))).json()) as { goto: string };
  const page = goto.slice(-10);
  const cell = (type: string) => ({
    type,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'b' }] }],
  });
  const row = { type: 'tableRow', content: Array.from({ length: 10 }, () => cell('tableCell')) };
  const document = {
    type: 'doc',
    content: [{ type: 'table', content: Array.from({ length: 1200 }, () => row) }],
  };
  expect(JSON.stringify(document).length).toBeGreaterThan(1_000_000);
  const saved = await ask(`/wiki-data/page/${page}`, 'PUT', { base: 1, title: 'Prices', document });
  expect(await saved.json()).toEqual({ saved: true, version: 2 });
});

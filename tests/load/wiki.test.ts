import type { Caller } from '@kontor/core';
import type { Row } from '@kontor/data';
import { testEngines } from '@kontor/data/testing';
import type { Office } from '@kontor/suite';
import { addSpace, importMarkdown, movePage, readPage, readTree } from '@kontor/wiki';
import { documentHtml } from '@kontor/wiki/document';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { median } from './figures.ts';
import { openBenchOffice } from './open-bench-office.ts';

const pages = 2_000;
/** Milliseconds that one call may take; the suite asserts fifteen times as much. */
const goal = 30;
const part =
  '## Angles\n\nHone *until* there is a **burr** along the [edge](/wiki).\n\n- [ ] stone\n- [x] guide\n\n| Tool | Angle |\n| - | -: |\n| Plane | 30° |\n\n';

describe.each(testEngines())('a space of two thousand pages, on %s', (engine) => {
  let office: Office;
  let end: () => Promise<void>;
  let space: string;
  let page: string;
  const admin: Caller = { via: 'web', person: { id: 'grace', role: 'admin', groups: [] } };

  beforeAll(async () => {
    ({ office, close: end } = await openBenchOffice(engine));
    ({ space } = await addSpace.perform(office, { name: 'Large' }, admin));
    // 20,000 characters with forty tables: a long page.
    const markdown = `# A long page\n\n${part.repeat(150).slice(0, 20_000)}`;
    ({ page } = await importMarkdown.perform(office, { space, fallbackTitle: 'x', markdown }, admin));
    const [row] = await office.bulk.find('wiki-pages', { id: page });
    const rows = Array.from({ length: pages - 1 }, (_, index): Row => {
      const number = String(index).padStart(4, '0');
      const parent = index % 10 === 0 ? null : `page${String(index - (index % 10)).padStart(4, '0')}`;
      return { ...(row as Row), id: `page${number}`, parent, rank: `a${number}V`, title: `Page ${number}` };
    });
    await office.bulk.write([{ op: 'insert', into: 'wiki-pages', rows }]);
  });
  afterAll(() => end?.());

  const took = async (work: () => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      const began = performance.now();
      await work();
      times.push(performance.now() - began);
    }
    return median(times);
  };
  const inTime = async (what: string, work: () => Promise<unknown>) => {
    const milliseconds = await took(work);
    process.stdout.write(`wiki, ${engine}: ${what} ${milliseconds.toFixed(1)} ms\n`);
    expect(milliseconds).toBeLessThan(goal * 15);
  };

  test('a long page is read and drawn', () =>
    inTime('a page of 20,000 characters, read and drawn', async () => {
      const { document } = await readPage.perform(office, { page }, admin);
      const html = documentHtml(document, { pictureElsewhere: '', done: '', open: '' });
      expect(html.length).toBeGreaterThan(20_000);
    }));

  test('its tree is read', () =>
    inTime('a tree of 2,000 pages', async () => {
      expect(await readTree.perform(office, { space }, admin)).toHaveLength(pages / 10 + 1);
    }));

  test('a page is moved', () =>
    inTime('a move among 2,000 pages', () =>
      movePage.perform(office, { page, parent: 'page0010', before: 'page0015' }, admin),
    ));
});

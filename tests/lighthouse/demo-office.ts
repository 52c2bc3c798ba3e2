import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingForBrowser, openBrowser } from '../journeys/browser.ts';
import { signIn } from '../journeys/office-steps.ts';
import type { DemoHouse } from '../load/demo-house.ts';
import { audit, missingForLighthouse } from './audit.ts';

const hello = '/mail/hello@brightwater.example/inbox';
const screens = {
  Today: '/',
  mail: hello,
  compose: `${hello}?write=new`,
  'the wiki': '/wiki/workshop',
  'a wiki page': 'page',
  'the editor': 'editor',
  search: '/search?q=timber',
  devices: '/devices',
  'a new device': '/devices/new',
  networks: '/devices/networks',
};

/** Each door of the demo's office behind the login, in Lighthouse's eyes; one reads from right to left. */
export function officeIsWithoutFault(demo: () => DemoHouse): void {
  const missing = [...missingForBrowser(), ...missingForLighthouse()];
  describe.skipIf(missing.length > 0)('the demo’s office', () => {
    let folder: string;
    let headers: string;
    let page: string;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'kontor-lighthouse-'));
      headers = join(folder, 'headers.json');
      const browser = await openBrowser();
      const context = await browser.newContext();
      const tab = await context.newPage();
      await signIn(tab, demo().officeUrl, demo().person('grace'));
      await tab.goto(`${demo().officeUrl}/wiki/workshop`);
      page =
        (await tab
          .getByRole('link', { name: 'Machines and who may use them' })
          .first()
          .getAttribute('href')) ?? '';
      const cookies = await context.cookies(demo().officeUrl);
      await browser.close();
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      writeFileSync(headers, JSON.stringify({ cookie }));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    // Two at once: nothing here is measured against a clock, and most of it is waiting.
    test.concurrent.each(Object.entries(screens))(
      '%s shuts nobody out, says Lighthouse',
      async (_, place) => {
        const path = { page, editor: `${page}/edit` }[place] ?? place;
        const options = { runs: 1, only: ['accessibility'] as const, headers };
        const { scores, lost, url } = await audit(`${demo().officeUrl}${path}`, options);
        // Not the login it would be led to.
        expect(new URL(url).pathname).toBe(new URL(path, url).pathname);
        expect(scores.accessibility, lost.join('\n')).toBe(100);
      },
      600_000,
    );
  });
}

import { existsSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';

const debianChromium = '/usr/bin/chromium';

/** Debian's Chromium where there is one, else the one Playwright keeps. */
export function openBrowser(more: string[] = []): Promise<Browser> {
  const own = existsSync(debianChromium) ? { executablePath: debianChromium } : {};
  // Chromium refuses to run its sandbox as root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ ...own, args: [...args, ...more] });
}

export const missingForBrowser = (): string[] =>
  existsSync(debianChromium) || existsSync(chromium.executablePath()) ? [] : ['Chromium'];

/** Once React has taken over what is there, keys, drags and typing are heard. */
export async function isHydrated(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const found = document.querySelector(wanted);
    return !!found && Object.keys(found).some((key) => key.startsWith('__reactProps$'));
  }, selector);
  // What listens to the whole window does so a moment later, in an effect.
  await page.waitForTimeout(100);
}

/** What axe finds on the page (by these rules only), in a line each; the frame of a foreign message's body excepted. */
export async function faultsOf(page: Page, rules?: string[]): Promise<string[]> {
  // In one document: the other mode opens a page of its own each time.
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude('iframe[name^="message-"]');
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
}

/** What is wider than its place: the page itself, or a part of it that would scroll sideways. */
export const sidewaysIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    return [document.documentElement, ...document.querySelectorAll('body *')]
      .filter((element) => element === document.documentElement || scrolls(element))
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(({ tagName, className, scrollWidth }) => `${tagName} ${className}: ${scrollWidth} px`);
  });

/** Whatever a page asks of other hosts, and what its console complains about: both must stay empty. */
export function watch(page: Page, own: string[]): { complaints: string[] } {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const { url } = message.location();
    // Chromium asks for it by itself where a bare file is shown as a page.
    if (url.endsWith('/favicon.ico')) return;
    if (message.type() === 'error') complaints.push(`console: ${message.text()} ${url}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !own.some((origin) => url.startsWith(origin)))
      complaints.push(`asked: ${url}`);
  });
  return { complaints };
}

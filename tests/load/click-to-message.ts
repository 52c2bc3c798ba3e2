import type { Page } from 'playwright-core';

/** Milliseconds from a click on each of these rows of the list to the frame in which its message is open. */
export async function clickToMessage(page: Page, rows: readonly number[]): Promise<number[]> {
  const taken: number[] = [];
  for (const row of rows) {
    taken.push(
      await page.evaluate(async (at) => {
        const link = document.querySelectorAll<HTMLElement>('a[data-thread]')[at];
        const subject = link?.querySelector('[dir="auto"]')?.textContent ?? '';
        const began = performance.now();
        link?.click();
        const isShown = () => {
          const article = document.querySelector('[data-part="reading"] article');
          const isOpen = article?.querySelector('details[open]');
          return isOpen && article?.querySelector('h1')?.textContent?.includes(subject);
        };
        while (!isShown()) {
          if (performance.now() - began > 30_000) throw new Error(`not shown: ${subject}`);
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        return performance.now() - began;
      }, row),
    );
  }
  return taken;
}

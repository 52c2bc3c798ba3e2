import type { Page } from 'playwright-core';

interface Scrolled {
  mostRows: number;
  /** Milliseconds of each task over 50 ms (Long Tasks API). */
  tasks: number[];
  /** The place in the list of the last row seen, from 1. */
  last: number;
  tookMs: number;
}

/** Scrolls the conversation list by a screen a frame until nothing more comes, as a held key would. */
export const scrollToEnd = (page: Page): Promise<Scrolled> =>
  page.evaluate(async () => {
    const scroller = document.querySelector('[data-part="scroller"]') as HTMLElement;
    const tasks: number[] = [];
    const note = (list: PerformanceObserverEntryList) =>
      tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)));
    const observer = new PerformanceObserver(note);
    observer.observe({ type: 'longtask' });
    const began = performance.now();
    let mostRows = 0;
    let last = 0;
    let moved = began;
    // Some seconds at the same row: that is the end.
    while (performance.now() - moved < 6000) {
      scroller.scrollTop += scroller.clientHeight;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const rows = scroller.querySelectorAll<HTMLElement>('li');
      mostRows = Math.max(mostRows, document.querySelectorAll('[data-part="scroller"] li').length);
      const position = Number([...rows].at(-1)?.getAttribute('aria-posinset'));
      if (position > last) moved = performance.now();
      last = Math.max(last, position);
    }
    observer.disconnect();
    return { mostRows, tasks, last, tookMs: moved - began };
  });

/** Notes when rows come; `when` answers the time (as Date.now()) at which a row with these words stood there. */
export async function arrivalsOf(page: Page): Promise<{ when(words: string): Promise<number> }> {
  await page.evaluate(() => {
    const seen: Record<string, number> = {};
    const look = () => {
      for (const link of document.querySelectorAll('[data-thread]'))
        seen[link.textContent ?? ''] ??= Date.now();
    };
    look();
    new MutationObserver(look).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    Object.assign(window, { seen });
  });
  return {
    async when(words) {
      const found = await page.waitForFunction((wanted) => {
        const { seen } = window as unknown as { seen: Record<string, number> };
        return Object.entries(seen).find(([text]) => text.includes(wanted))?.[1];
      }, words);
      return (await found.jsonValue()) as number;
    },
  };
}

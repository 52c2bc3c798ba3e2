import type { Page } from 'playwright-core';

/** Elements and addresses in the frames that have no business there. */
export function tracesIn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('iframe')].flatMap((frame) => {
      const inside = frame.contentDocument;
      if (!inside?.getElementById('mail')) return [`no message in ${frame.name}`];
      const all = [...inside.querySelectorAll('*')];
      const foreign = all.filter((one) =>
        /^(script|iframe|object|embed|form|input|button|select|textarea|svg|math|link|base|video|audio|source|template|portal|dialog|frame|frameset)$/i.test(
          one.localName,
        ),
      );
      const acting = all.flatMap((one) =>
        [...one.attributes].filter(
          ({ name, value }) => /^on/i.test(name) || /^\s*(javascript|vbscript):/i.test(value),
        ),
      );
      const links = [...inside.querySelectorAll('a[href]')].filter(
        (one) => one.getAttribute('target') !== '_blank' || !/noopener/.test(one.getAttribute('rel') ?? ''),
      );
      const bad = 'bad' in window || 'bad' in (frame.contentWindow ?? {});
      return [
        ...foreign.map((one) => one.outerHTML),
        ...acting.map(({ name, value }) => `${name}=${value}`),
        ...links.map((one) => one.outerHTML),
        ...(bad ? [`ran: ${String((window as unknown as { bad?: unknown }).bad)}`] : []),
      ];
    }),
  );
}

/** What a careless reader might press inside: folded text, and whatever else takes a click without leading away. */
export async function pressEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) {
      const all = frame.contentDocument?.querySelectorAll<HTMLElement>('body *:not(a[href])') ?? [];
      for (const element of [...all].slice(0, 200)) element.click?.();
    }
  });
}

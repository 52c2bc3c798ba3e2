import { paper, readableOn } from '@kontor/ui/accent';
import type { Snapshot } from '@kontor/website/snapshot';
import { xmlText } from './xml.ts';

/** The firm's initial on its colour. */
export function favicon(snapshot: Snapshot): string {
  const name = snapshot.content[snapshot.defaultLocale]?.firm.name ?? '';
  const initial = xmlText([...name.trim()][0]?.toLocaleUpperCase() ?? '');
  const colour = readableOn(snapshot.firm.accent, paper.light);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="${colour}"/><text x="32" y="45" font-family="system-ui,sans-serif" font-size="38" font-weight="700" text-anchor="middle" fill="#fff">${initial}</text></svg>`;
}

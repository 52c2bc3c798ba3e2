import { createHash } from 'node:crypto';
import type { Snapshot } from '@kontor/website/snapshot';
import { readableOn, surface } from './accent.ts';

export interface Stylesheet {
  href: string;
  css: string;
}

const faces = {
  sans: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif',
  serif:
    '"Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", "Noto Naskh Arabic", Georgia, serif',
};

/** The theme's rules with the firm's colour and face, under a name that changes with its bytes. */
export function stylesheetOf(base: string, firm: Snapshot['firm']): Stylesheet {
  const light = readableOn(firm.accent, surface.light);
  const dark = readableOn(firm.accent, surface.dark);
  const css = `:root{--accent:light-dark(${light},${dark});--face:${faces[firm.typeface]}}${base}`;
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 12);
  return { href: `/assets/site-${hash}.css`, css };
}

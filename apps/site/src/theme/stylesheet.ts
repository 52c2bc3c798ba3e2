import { createHash } from 'node:crypto';
import { accentValue } from '@kontor/ui/firm-look';
import type { Snapshot } from '@kontor/website/snapshot';

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
  const css = `:root{--accent:${accentValue(firm.accent)};--face:${faces[firm.typeface]}}${base}`;
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 12);
  return { href: `/assets/site-${hash}.css`, css };
}

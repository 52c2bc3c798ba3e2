import { readableOn, surface } from './accent.ts';

/** The firm's colour as a declaration for :root, corrected for either scheme until it can be read. */
export const accentRule = (colour: string): string =>
  `--accent:light-dark(${readableOn(colour, surface.light)},${readableOn(colour, surface.dark)})`;

import { readableOn, surface } from './accent.ts';

/** The firm's colour as a CSS value for --accent, corrected for either scheme until it can be read. */
export const accentValue = (colour: string): string =>
  `light-dark(${readableOn(colour, surface.light)},${readableOn(colour, surface.dark)})`;

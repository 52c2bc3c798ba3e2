/** What the drawings are made with: plain SVG text, and chance that is the same each time. */

export const colours = {
  oak: '#c2935c',
  oakDark: '#96683a',
  pale: '#d9b98c',
  walnut: '#5e3f2a',
  wall: '#d6cbb9',
  plaster: '#c9c3b4',
  cool: '#aeb9b8',
  green: '#33524a',
  sage: '#8d9f8b',
  slate: '#4d5b66',
  brass: '#b6924a',
  iron: '#3b3d3f',
  steel: '#a9b0b3',
  glass: '#bcd0d4',
  brick: '#a5674c',
  stone: '#b3ab9b',
  leaf: '#5f7a4c',
  cream: '#efe6d6',
};

/** A number from 0 to 1 each time it is called, the same row of them for the same seed. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The colour, lighter (above 0) or darker (below 0), from -1 to 1. */
export function shade(colour: string, by: number): string {
  const goal = by > 0 ? 255 : 0;
  const part = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16);
    return Math.round(value + (goal - value) * Math.abs(by))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

export const rect = (x: number, y: number, w: number, h: number, fill: string, more = ''): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" fill="${fill}" ${more}/>`;

export const shape = (d: string, fill: string, more = ''): string =>
  `<path d="${d}" fill="${fill}" ${more}/>`;

export const line = (d: string, stroke: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;

export const disc = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}" ${more}/>`;

export const at = (x: number, y: number, inner: string, turn = 0, scale = 1): string =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})">${inner}</g>`;

export const each = <T>(items: readonly T[], draw: (item: T, index: number) => string): string =>
  items.map(draw).join('');

export const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');

/** A piece of wood with its grain, lit from above or, when it stands, from the left. */
export function board(
  x: number,
  y: number,
  w: number,
  h: number,
  colour: string = colours.oak,
  seed = Math.round(x * 7 + y * 13 + w),
): string {
  const next = chance(seed);
  const lies = w >= h;
  const [long, wide] = lies ? [w, h] : [h, w];
  const lines = Math.max(2, Math.min(14, Math.round(wide / 9)));
  const grain = times(lines, (index) => {
    const base = ((index + 0.3 + next() * 0.5) / lines) * wide;
    const bend = () => Math.max(1, Math.min(wide - 1, base + (next() - 0.5) * Math.min(9, wide / 4)));
    const points = [0, 0.3, 0.65, 1].map((part) => [part * long, bend()] as const);
    const [a, b, c, d] = points.map(([along, across]) =>
      lies ? `${round(x + along)} ${round(y + across)}` : `${round(x + across)} ${round(y + along)}`,
    );
    return line(`M${a}C${b} ${c} ${d}`, shade(colour, -0.34), 0.8 + next() * 1.4, 'opacity=".38"');
  });
  const lit = lies
    ? rect(x, y, w, Math.min(5, h / 5), '#fff', 'opacity=".22"')
    : rect(x, y, Math.min(5, w / 5), h, '#fff', 'opacity=".2"');
  const dark = lies
    ? rect(x, y + h - Math.min(6, h / 5), w, Math.min(6, h / 5), '#000', 'opacity=".2"')
    : rect(x + w - Math.min(6, w / 5), y, Math.min(6, w / 5), h, '#000', 'opacity=".18"');
  return rect(x, y, w, h, colour) + grain + lit + dark;
}

/** Boards side by side, each a little different. */
export function boards(
  x: number,
  y: number,
  w: number,
  h: number,
  count: number,
  colour: string,
  seed: number,
  upright = false,
): string {
  const next = chance(seed);
  return times(count, (index) => {
    const tone = shade(colour, (next() - 0.5) * 0.16);
    const own = Math.round(next() * 9999);
    return upright
      ? board(x + (w / count) * index, y, w / count - 1.5, h, tone, own)
      : board(x, y + (h / count) * index, w, h / count - 1.5, tone, own);
  });
}

/** A floor of boards that run towards the one who looks. */
export function floor(y: number, colour: string, seed: number): string {
  const next = chance(seed);
  const planks = times(17, (index) => {
    const top = (at: number) => round(600 + (at - 8.5) * 96);
    const low = (at: number) => round(600 + (at - 8.5) * 190);
    const d = `M${top(index)} ${y}L${top(index + 1)} ${y}L${low(index + 1)} 800L${low(index)} 800Z`;
    return shape(
      d,
      shade(colour, (next() - 0.5) * 0.14),
      `stroke="${shade(colour, -0.35)}" stroke-width="1.5"`,
    );
  });
  return rect(0, y, 1200, 800 - y, colour) + planks + rect(0, y, 1200, 60, 'url(#down)', 'opacity=".35"');
}

/** A soft shadow on the ground. */
export const shadow = (x: number, y: number, rx: number, ry: number, dark = 0.5): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="url(#soft)" opacity="${dark}"/>`;

/** Light that falls through a window from the upper left. */
export const sunbeam = (x: number, y: number, w: number, h: number, lean = 260): string =>
  shape(`M${x} ${y}L${x + w} ${y}L${x + w + lean} ${y + h}L${x + lean} ${y + h}Z`, 'url(#beam)');

/** A leafy twig or bush made of strokes. */
export function leaves(
  x: number,
  y: number,
  r: number,
  count: number,
  seed: number,
  colour: string = colours.leaf,
): string {
  const next = chance(seed);
  return times(count, () => {
    const [turn, far, size] = [next() * 6.28, Math.sqrt(next()) * r, 5 + next() * 9];
    const tone = shade(colour, (next() - 0.6) * 0.5);
    return `<ellipse cx="${round(x + Math.cos(turn) * far)}" cy="${round(y + Math.sin(turn) * far * 0.9)}" rx="${round(size * 1.5)}" ry="${round(size * 0.65)}" transform="rotate(${Math.round(next() * 180)} ${round(x + Math.cos(turn) * far)} ${round(y + Math.sin(turn) * far * 0.9)})" fill="${tone}"/>`;
  });
}

const gradients = `<defs>
<linearGradient id="down" x2="0" y2="1"><stop stop-color="#000" stop-opacity=".75"/><stop offset="1" stop-color="#000" stop-opacity="0"/></linearGradient>
<linearGradient id="across"><stop stop-color="#fff" stop-opacity=".34"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".3"/></linearGradient>
<linearGradient id="beam" x2=".6" y2="1"><stop stop-color="#fff4d8" stop-opacity=".5"/><stop offset="1" stop-color="#fff4d8" stop-opacity="0"/></linearGradient>
<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#8fb0c4"/><stop offset=".7" stop-color="#d5dfdc"/><stop offset="1" stop-color="#eae3d0"/></linearGradient>
<linearGradient id="pane" x2=".7" y2="1"><stop stop-color="#e4eff0"/><stop offset=".5" stop-color="#b6ccd2"/><stop offset="1" stop-color="#8fa9b3"/></linearGradient>
<radialGradient id="soft"><stop stop-color="#000" stop-opacity=".7"/><stop offset="1" stop-color="#000" stop-opacity="0"/></radialGradient>
<radialGradient id="glow"><stop stop-color="#fff1c9" stop-opacity=".85"/><stop offset="1" stop-color="#fff1c9" stop-opacity="0"/></radialGradient>
<radialGradient id="corner" cx=".45" cy=".4" r=".8"><stop offset=".55" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#150d05" stop-opacity=".42"/></radialGradient>
</defs>`;

/** A finished drawing, 3 : 2. */
export const scene = (...parts: string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800" width="1200" height="800">${gradients}${parts.join('')}${rect(0, 0, 1200, 800, 'url(#corner)')}</svg>`;

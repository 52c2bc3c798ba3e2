import { at, board, colours, disc, each, leaves, line, rect, shade, shape, times } from './brush.ts';

/** A window of panes with its frame, and what is seen through it. */
export function panes(
  x: number,
  y: number,
  w: number,
  h: number,
  columns: number,
  rows: number,
  frame: string,
  view = '',
): string {
  const bar = Math.max(5, w / 46);
  const seen = `<svg x="${x}" y="${y}" width="${w}" height="${h}" viewBox="${x} ${y} ${w} ${h}">${view}</svg>`;
  const inner = rect(x, y, w, h, 'url(#pane)') + (view && seen);
  const upright = times(columns + 1, (index) => rect(x + (w / columns) * index - bar / 2, y, bar, h, frame));
  const level = times(rows + 1, (index) => rect(x, y + (h / rows) * index - bar / 2, w, bar, frame));
  const glint = shape(
    `M${x} ${y + h * 0.5}L${x + w * 0.45} ${y}L${x + w * 0.6} ${y}L${x} ${y + h * 0.68}Z`,
    '#fff',
    'opacity=".2"',
  );
  return (
    inner +
    glint +
    upright +
    level +
    line(`M${x} ${y}h${w}v${h}h${-w}Z`, shade(frame, -0.25), 2, 'opacity=".6"')
  );
}

/** Hills and a river far away, to be seen through a window or above a wall. */
export const farAway = (x: number, y: number, w: number, h: number): string =>
  `<svg x="${x}" y="${y}" width="${w}" height="${h}" viewBox="0 0 400 300" preserveAspectRatio="none">${rect(0, 0, 400, 300, 'url(#sky)')}${shape('M0 190C80 130 150 150 220 160S340 110 400 150V300H0Z', '#8ea48f')}${shape('M0 220C90 190 180 200 260 205S360 190 400 200V300H0Z', '#6f8a63')}${shape('M0 262C120 236 250 250 400 232V300H0Z', '#a9c2c8')}${shape('M0 282C140 262 280 276 400 262V300H0Z', '#5d7850')}</svg>`;

export const wallPanel = (x: number, y: number, w: number, h: number, colour: string): string =>
  rect(x, y, w, h, colour) +
  line(`M${x + w} ${y}v${h}h${-w}`, '#fff', 3, 'opacity=".28"') +
  line(`M${x} ${y + h}v${-h}h${w}`, '#000', 3, 'opacity=".3"');

/** A cupboard front in the Shaker manner: a frame and a sunk panel. */
export const cupboard = (
  x: number,
  y: number,
  w: number,
  h: number,
  colour: string,
  knob: 'start' | 'end' | 'middle' = 'end',
): string => {
  const rail = Math.min(26, w / 5, h / 4);
  const kx = knob === 'start' ? x + rail / 2 : knob === 'end' ? x + w - rail / 2 : x + w / 2;
  return (
    rect(x, y, w - 3, h - 3, colour) +
    rect(x, y, w - 3, 3, '#fff', 'opacity=".25"') +
    wallPanel(x + rail, y + rail, w - 3 - 2 * rail, h - 3 - 2 * rail, shade(colour, -0.1)) +
    disc(kx, knob === 'middle' ? y + h / 2 : y + h * 0.42, 5.5, colours.brass) +
    disc(kx - 1.5, (knob === 'middle' ? y + h / 2 : y + h * 0.42) - 1.5, 2, '#fff', 'opacity=".7"')
  );
};

export const plane = (): string =>
  shape('M-92 0H92V-26H70L54-34H-30L-44-26H-92Z', colours.oakDark) +
  rect(-92, -7, 184, 7, shade(colours.oakDark, -0.3)) +
  shape('M-62-26C-70-58-46-74-34-66C-44-56-40-38-36-28Z', colours.walnut) +
  disc(66, -38, 14, colours.walnut) +
  shape('M-4-34L-22-72L-10-76L14-34Z', colours.steel) +
  rect(-92, -26, 184, 4, '#fff', 'opacity=".18"');

export const mallet = (): string =>
  board(-8, -6, 16, 120, colours.pale, 3) +
  board(-46, -52, 92, 56, colours.oak, 9) +
  rect(-46, -52, 14, 56, '#000', 'opacity=".14"');

export const chisel = (): string =>
  rect(-7, -64, 14, 76, colours.steel) +
  shape('M-7-64L7-64L7-84Z', shade(colours.steel, 0.3)) +
  rect(-9, 10, 18, 8, colours.brass) +
  shape('M-9 18H9L12 84Q0 96-12 84Z', colours.oakDark) +
  rect(-4, 22, 3, 60, '#fff', 'opacity=".25"');

export const handsaw = (): string =>
  shape('M0 0L210-10L214 6L6 62Z', colours.steel) +
  line('M8 62L214 6', shade(colours.steel, -0.4), 3, 'stroke-dasharray="3 5"') +
  shape('M8-6C-40-14-66 20-50 60C-40 82-8 78 10 64L4 46C-10 54-26 50-26 36S-10 16 6 18Z', colours.oakDark);

export const square = (): string =>
  board(0, -14, 22, 110, colours.walnut, 5) +
  rect(22, -14, 130, 20, colours.steel) +
  times(12, (index) => rect(32 + index * 10, -14, 1.2, index % 5 === 0 ? 10 : 6, '#444'));

export const pencil = (): string =>
  rect(0, 0, 110, 9, '#b5432f') +
  shape('M110 0L128 4.5L110 9Z', colours.pale) +
  shape('M122 3L128 4.5L122 6Z', '#222') +
  rect(0, 0, 110, 2.5, '#fff', 'opacity=".35"');

/** A curl that a plane took off. */
export const shaving = (x: number, y: number, size: number, turn: number): string =>
  at(
    x,
    y,
    line('M0 0C10-16 30-10 26 4S2 16 4 2S22-6 20 4', colours.pale, 5) +
      line('M1-1C10-14 28-9 25 3', '#fff', 1.2, 'opacity=".6"'),
    turn,
    size,
  );

export const pot = (x: number, y: number, size: number, seed: number): string =>
  at(
    x,
    y,
    `${leaves(0, -92, 52, 70, seed)}${shape('M-34-48H34L26 0H-26Z', '#a8583c')}${rect(-38, -56, 76, 14, '#b96a4b')}${shape('M10-42H34L26 0H4Z', '#000', 'opacity=".16"')}`,
    0,
    size,
  );

export const lamp = (x: number, y: number, drop: number, colour: string = colours.iron): string =>
  disc(x, y + drop + 30, 120, 'url(#glow)', 'opacity=".55"') +
  rect(x - 1.5, y, 3, drop, '#222') +
  shape(`M${x - 10} ${y + drop}H${x + 10}L${x + 44} ${y + drop + 40}H${x - 44}Z`, colour) +
  disc(x, y + drop + 42, 11, '#fff3d0');

const spines = [
  '#7b3f3a',
  '#33524a',
  '#2f4a63',
  '#b6924a',
  '#d8ccb4',
  '#5e3f2a',
  '#8d9f8b',
  '#a5674c',
  '#3b3d3f',
];

/** A row of books, as people put them. */
export function books(x: number, y: number, w: number, h: number, next: () => number): string {
  let from = x;
  let row = '';
  while (from < x + w - 16) {
    const [wide, high] = [9 + next() * 15, h * (0.62 + next() * 0.32)];
    const colour = spines[Math.floor(next() * spines.length)] ?? '#555';
    if (next() < 0.07) from += 26;
    if (from + wide > x + w) break;
    row +=
      rect(from, y - high, wide, high, colour) +
      rect(from, y - high, 2, high, '#fff', 'opacity=".25"') +
      rect(from + 2, y - high * 0.82, wide - 4, 3, '#f3e6c4', 'opacity=".55"');
    from += wide + 0.8;
  }
  return row;
}

export const plates = (x: number, y: number, count: number, r: number): string =>
  times(
    count,
    (index) =>
      disc(x + index * r * 1.5, y - r, r, colours.cream) +
      disc(
        x + index * r * 1.5,
        y - r,
        r * 0.62,
        'none',
        `stroke="${shade(colours.cream, -0.16)}" stroke-width="2"`,
      ),
  );

export const jars = (x: number, y: number, tones: string[]): string =>
  each(
    tones,
    (tone, index) =>
      rect(x + index * 34, y - 46, 26, 46, tone, 'rx="5"') +
      rect(x + index * 34 - 1, y - 54, 28, 10, colours.walnut, 'rx="2"') +
      rect(x + index * 34 + 4, y - 42, 4, 36, '#fff', 'opacity=".3"'),
  );

/** Brickwork. */
export function bricks(
  x: number,
  y: number,
  w: number,
  h: number,
  next: () => number,
  colour: string = colours.brick,
): string {
  const [bw, bh] = [52, 20];
  const rows = Math.ceil(h / bh);
  const wall = times(rows, (row) =>
    times(Math.ceil(w / bw) + 1, (column) => {
      const left = Math.max(x, x + column * bw - (row % 2) * (bw / 2));
      const right = Math.min(x + w, x + column * bw - (row % 2) * (bw / 2) + bw - 3);
      const high = Math.min(bh - 3, y + h - (y + row * bh));
      return right > left
        ? rect(left, y + row * bh, right - left, high, shade(colour, (next() - 0.55) * 0.3))
        : '';
    }),
  );
  return rect(x, y, w, h, shade(colour, 0.34)) + wall;
}

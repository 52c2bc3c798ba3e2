import {
  at,
  board,
  boards,
  chance,
  colours,
  disc,
  line,
  rect,
  scene,
  shade,
  shadow,
  shape,
  times,
} from '../pictures/brush.ts';
import { chisel, shaving } from '../pictures/things.ts';

const paper = (inner: string): string =>
  scene(
    rect(0, 0, 1200, 800, '#f4efe2'),
    times(24, (index) => line(`M0 ${index * 34}H1200M${index * 50} 0V800`, '#cdd8dc', 1)),
    inner,
  );

/** A stair that turns, from above and in pencil. */
export const stairSketch = (): string =>
  paper(
    times(14, (index) => {
      const turn = (index / 13) * 3.5 - 0.2;
      const [x, y] = [Math.cos(turn), Math.sin(turn)];
      return line(`M${600 + x * 110} ${400 + y * 110}L${600 + x * 320} ${400 + y * 320}`, '#43464c', 3);
    }) +
      line('M708 378A110 110 0 1 1 492 362M914 336A320 320 0 1 1 290 320', '#2f3338', 5) +
      line('M812 358A214 214 0 1 1 392 340', '#a5533c', 4, 'stroke-dasharray="14 9"'),
  );

/** A snapped cord hanging in the box of a window. */
export const sashCord = (): string =>
  scene(
    rect(0, 0, 1200, 800, '#d9d2c4'),
    board(200, 0, 160, 800, '#ece6d8', 2),
    rect(360, 0, 90, 800, '#3c352c'),
    board(450, 0, 70, 800, '#efe9dc', 4),
    disc(405, 90, 40, colours.brass) + disc(405, 90, 14, colours.iron),
    line('M405 130C396 240 420 300 402 372l-8 26M402 372l10 24M402 372l2 30', '#e2d4b4', 12),
    rect(382, 560, 46, 240, '#77787a', 'rx="18"'),
    rect(520, 520, 680, 280, 'url(#pane)') + rect(520, 500, 680, 34, '#efe9dc'),
    at(760, 470, rect(0, 0, 190, 30, '#7b3f3a') + rect(6, 4, 180, 22, '#efe6d0')),
  );

export const stool = (): string =>
  scene(
    rect(0, 0, 1200, 560, '#c4beb0'),
    rect(0, 560, 1200, 240, '#8d7355'),
    shadow(600, 700, 280, 40, 0.7),
    at(
      0,
      0,
      board(400, 320, 400, 44, colours.oak, 8) +
        [430, 730]
          .map((x, i) => shape(`M${x} 364h40l${i ? 40 : -40} 330h-34Z`, shade(colours.oak, -0.12 * i)))
          .join('') +
        board(420, 540, 366, 26, colours.pale, 3),
    ),
  );

export const stepNine = (): string =>
  scene(
    boards(0, 0, 1200, 800, 7, '#8a6a4a', 6),
    board(180, 260, 840, 90, colours.pale, 12),
    board(180, 350, 840, 30, shade(colours.pale, -0.2), 13),
    rect(150, 120, 60, 560, shade(colours.oak, -0.05)),
    line('M210 346H1020', '#b5432f', 4),
    at(860, 560, chisel(), 70, 1.8),
    ...[0, 1, 2, 3, 4].map((index) => shaving(420 + index * 90, 480 + (index % 2) * 60, 1.2, index * 64)),
  );

export const tiles = (): string => {
  const next = chance(77);
  return scene(
    rect(0, 0, 1200, 800, '#d8d2c2'),
    times(
      48,
      (index) =>
        rect(
          14 + (index % 8) * 148,
          14 + Math.floor(index / 8) * 130,
          140,
          122,
          shade('#47795f', (next() - 0.45) * 0.5),
          'rx="4"',
        ) +
        shape(
          `M${20 + (index % 8) * 148} ${30 + Math.floor(index / 8) * 130}h${60 + next() * 60}l-40 ${30 + next() * 30}h-40Z`,
          '#fff',
          'opacity=".14"',
        ),
    ),
  );
};

/** What a class of seven-year-olds thinks a workshop looks like. */
export const classThree = (): string =>
  paper(
    shape('M180 640V330L430 170L680 330V640Z', '#e9c46a', 'stroke="#6b4a2b" stroke-width="10"') +
      rect(370, 440, 130, 200, '#2a7f62', 'stroke="#1c4f3d" stroke-width="8"') +
      rect(230, 390, 100, 90, '#a8d3e6', 'stroke="#6b4a2b" stroke-width="8"') +
      rect(540, 390, 100, 90, '#a8d3e6', 'stroke="#6b4a2b" stroke-width="8"') +
      disc(980, 170, 80, '#f2b632') +
      times(10, (index) => at(980, 170, line('M104 0H150', '#f2b632', 10), index * 36)) +
      times(5, (index) =>
        at(
          760 + index * 84,
          620 - (index % 2) * 14,
          disc(0, -120, 26, ['#e0b394', '#a9714c', '#edc9ac', '#6f452e', '#d9a882'][index] ?? '#e0b394') +
            line('M0-94V0M0 0l-22 56M0 0l22 56M0-66l-34 24M0-66l34-30', '#3b3f45', 9),
        ),
      ) +
      line('M60 680C300 660 700 700 1140 676', '#5f8a4c', 14),
  );

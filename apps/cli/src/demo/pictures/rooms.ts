import {
  at,
  board,
  boards,
  chance,
  colours,
  disc,
  floor,
  line,
  rect,
  scene,
  shade,
  shadow,
  shape,
  sunbeam,
  times,
} from './brush.ts';
import {
  books,
  chisel,
  cupboard,
  farAway,
  handsaw,
  jars,
  lamp,
  mallet,
  panes,
  plane,
  plates,
  pot,
  shaving,
  square,
  wallPanel,
} from './things.ts';

export const workshop = (): string => {
  const next = chance(11);
  return scene(
    rect(0, 0, 1200, 560, shade(colours.wall, -0.2)),
    boards(0, 0, 1200, 90, 3, colours.walnut, 4),
    panes(150, 130, 470, 330, 5, 4, shade(colours.cream, -0.08), farAway(150, 130, 470, 330)),
    board(126, 460, 520, 18, colours.pale),
    // The tools on the wall hang where their shapes are painted.
    board(700, 150, 430, 16, colours.oakDark),
    at(740, 196, handsaw(), 72, 0.9),
    at(852, 176, mallet(), 0, 0.95),
    ...[930, 972, 1014, 1056, 1098].map((x, index) =>
      at(x, 262 - index * 4, chisel(), 180, 0.8 + (index % 3) * 0.12),
    ),
    ...[0, 1, 2, 3, 4, 5].map((index) =>
      board(1010 + index * 30, 330 - index * 12, 22, 300, index % 2 ? colours.pale : colours.oak, index + 40),
    ),
    floor(560, '#a48663', 8),
    sunbeam(190, 470, 330, 330, 230),
    shadow(560, 752, 560, 60),
    board(130, 640, 44, 150, colours.oakDark),
    board(880, 640, 44, 150, colours.oakDark),
    board(170, 700, 720, 26, colours.oakDark),
    board(80, 560, 900, 58, colours.oak, 77),
    board(80, 616, 900, 32, shade(colours.oak, -0.2), 78),
    // The vice.
    board(250, 560, 110, 110, shade(colours.walnut, 0.1)),
    disc(305, 620, 15, colours.steel),
    rect(262, 616, 90, 8, colours.iron, 'rx="4"'),
    board(420, 540, 500, 24, colours.pale, 31),
    at(610, 540, plane(), -1, 1.2),
    at(900, 558, square(), -90, 0.8),
    at(170, 552, jars(0, 0, ['#7d5a3a', '#c9b28c', '#55432f'])),
    ...Array.from({ length: 22 }, () =>
      shaving(360 + next() * 540, 556 - next() * 14, 0.5 + next() * 0.5, next() * 360),
    ),
    ...Array.from({ length: 26 }, () =>
      shaving(140 + next() * 880, 716 + next() * 70, 0.7 + next() * 0.7, next() * 360),
    ),
    lamp(672, 90, 60, colours.green),
  );
};

export const kitchen = (): string => {
  const green = '#5f776a';
  return scene(
    rect(0, 0, 1200, 740, '#ddd3c2'),
    rect(0, 470, 1200, 266, '#cbbfab'),
    rect(0, 250, 1200, 210, '#e9e2d3'),
    ...[0, 1, 2, 3, 4].map((row) => line(`M0 ${252 + row * 42}H1200`, '#cfc5b3', 1.5)),
    ...Array.from({ length: 60 }, (_, i) =>
      line(
        `M${(i % 15) * 84 + (Math.floor(i / 15) % 2) * 42} ${252 + Math.floor(i / 15) * 42}v42`,
        '#cfc5b3',
        1.5,
      ),
    ),
    panes(420, 70, 330, 300, 3, 2, colours.cream, farAway(420, 70, 330, 300)),
    board(400, 370, 370, 16, colours.pale),
    pot(470, 370, 0.62, 5),
    pot(700, 370, 0.5, 8),
    ...[150, 250].map((y) => board(60, y, 290, 16, colours.oak, y)),
    at(
      0,
      0,
      plates(92, 150, 6, 24) +
        jars(80, 250, ['#d8b25c', '#8a4b32', '#ece0c6', '#6d7c4a', '#b98a58', '#3f2f25', '#cdbb97']),
    ),
    ...[840, 960, 1080].map((x) => cupboard(x, 40, 118, 330, green, x === 840 ? 'end' : 'start')),
    ...[0, 1, 2, 3, 4, 5].map((i) => cupboard(40 + i * 192, 500, 190, i === 2 ? 210 : 70, green, 'middle')),
    ...[0, 1, 3, 4, 5].map((i) => cupboard(40 + i * 192, 572, 190, 138, green, i % 2 ? 'start' : 'end')),
    rect(424, 500, 190, 108, '#f3eee3', 'rx="6"'),
    rect(424, 596, 190, 12, '#000', 'opacity=".1"'),
    board(20, 462, 1170, 38, colours.oak, 12),
    rect(30, 710, 1150, 26, shade(green, -0.5)),
    line('M520 462V392Q520 360 552 360T584 392V400', colours.brass, 11),
    rect(560, 448, 26, 14, colours.brass, 'rx="4"'),
    board(880, 380, 130, 82, colours.pale, 61),
    disc(910, 444, 20, '#8e4a33'),
    disc(946, 448, 15, '#b9773d'),
    disc(1090, 432, 32, '#d7cdb9'),
    rect(1058, 432, 64, 30, '#d7cdb9'),
    floor(736, '#b09471', 3),
    lamp(260, 0, 40, colours.brass),
    sunbeam(470, 386, 190, 360, 220),
  );
};

export const shelves = (): string => {
  const next = chance(23);
  const paint = '#52636b';
  const alcove = (x: number) =>
    rect(x, 90, 320, 420, shade(paint, -0.34)) +
    times(
      5,
      (row) =>
        books(x + 12, 170 + row * 82, 296, 62, next) +
        rect(x, 170 + row * 82, 320, 11, shade(paint, 0.12)) +
        rect(x, 181 + row * 82, 320, 12, 'url(#down)', 'opacity=".5"'),
    ) +
    rect(x - 14, 70, 348, 24, shade(paint, 0.1)) +
    rect(x - 14, 90, 16, 430, shade(paint, 0.05)) +
    rect(x + 318, 90, 16, 430, shade(paint, -0.1)) +
    board(x - 18, 506, 356, 20, colours.oak, x) +
    cupboard(x - 12, 528, 172, 160, paint, 'end') +
    cupboard(x + 162, 528, 172, 160, paint, 'start') +
    rect(x - 12, 688, 346, 20, shade(paint, -0.3));
  return scene(
    rect(0, 0, 1200, 710, '#cfc6b6'),
    rect(0, 0, 1200, 36, '#e4ddd0'),
    rect(0, 36, 1200, 10, '#000', 'opacity=".12"'),
    rect(440, 46, 320, 664, '#d9d1c2'),
    alcove(84),
    alcove(796),
    // The fireplace between them.
    rect(480, 330, 240, 24, '#efe9dd', 'rx="3"'),
    rect(500, 354, 200, 350, '#e2dbcc'),
    shape('M530 704V470Q600 400 670 470V704Z', '#26211d'),
    rect(556, 600, 88, 90, '#3a332d', 'rx="6"'),
    shape('M578 680C566 640 600 634 596 604C622 628 636 650 622 680Z', '#e08a3c'),
    shape('M590 680C584 660 604 654 602 640C616 654 618 668 612 680Z', '#f7d27a'),
    disc(600, 660, 110, 'url(#glow)', 'opacity=".5"'),
    rect(530, 130, 140, 170, colours.walnut),
    at(542, 142, farAway(0, 0, 116, 146)),
    pot(500, 330, 0.42, 14),
    floor(708, '#9c7c58', 6),
    shape('M330 740H870L960 800H240Z', '#8a4a3c'),
    shape('M350 746H850L916 790H284Z', 'none', 'stroke="#d9b98c" stroke-width="5" stroke-dasharray="16 9"'),
    sunbeam(0, 90, 60, 640, 420),
  );
};

export const sash = (): string =>
  scene(
    rect(0, 0, 1200, 800, '#cdc6b6'),
    rect(0, 600, 1200, 200, '#b5ac9a'),
    rect(0, 592, 1200, 16, '#e8e1d2'),
    panes(372, 74, 456, 262, 3, 2, '#f1ece0', farAway(372, 74, 456, 440)),
    rect(372, 322, 456, 22, '#ded7c8'),
    panes(384, 338, 432, 252, 3, 2, '#e9e3d6', farAway(384, 150, 432, 440)),
    rect(372, 64, 456, 16, '#f6f2e8'),
    rect(348, 54, 26, 560, '#f1ece0'),
    rect(826, 54, 26, 560, '#dcd4c4'),
    rect(320, 36, 560, 24, '#f3eee4'),
    rect(320, 58, 560, 9, '#000', 'opacity=".14"'),
    rect(588, 328, 28, 11, colours.brass, 'rx="4"'),
    rect(468, 560, 44, 9, colours.brass, 'rx="4"'),
    rect(690, 560, 44, 9, colours.brass, 'rx="4"'),
    // Shutters, folded back into their boxes.
    ...[228, 852].map(
      (x) =>
        rect(x, 54, 120, 560, '#8d9f8b') +
        wallPanel(x + 18, 80, 84, 230, '#83957f') +
        wallPanel(x + 18, 340, 84, 246, '#83957f'),
    ),
    board(200, 606, 800, 34, colours.oak, 9),
    rect(226, 640, 748, 160, '#8d9f8b'),
    ...[246, 486, 726].map((x) => wallPanel(x, 662, 220, 118, '#83957f')),
    shape('M250 606Q252 572 300 574H420Q462 574 462 606Z', '#a05c4a'),
    shape('M250 606Q252 590 300 591H420Q462 590 462 606Z', '#000', 'opacity=".14"'),
    pot(900, 606, 0.72, 21),
    at(
      760,
      590,
      rect(-40, 0, 96, 16, '#33524a') + rect(-34, -14, 84, 14, '#d8ccb4') + rect(-40, -26, 90, 12, '#7b3f3a'),
    ),
    sunbeam(420, 610, 300, 190, 160),
  );

export const repair = (): string =>
  scene(
    boards(0, 0, 1200, 800, 9, shade(colours.oakDark, 0.06), 15),
    shadow(470, 440, 470, 330, 0.55),
    // An old sash, taken out and laid on the bench.
    at(
      470,
      390,
      rect(-330, -250, 660, 500, '#efe9dc') +
        rect(-330, -250, 660, 500, 'none', 'stroke="#b9b09d" stroke-width="4"') +
        times(3, (c) =>
          times(
            2,
            (r) =>
              rect(
                -296 + c * 202,
                -214 + r * 218,
                188,
                204,
                c === 2 && r === 0 ? shade(colours.oakDark, -0.2) : 'url(#pane)',
              ) + rect(-296 + c * 202, -214 + r * 218, 188, 7, '#000', 'opacity=".22"'),
          ),
        ) +
        board(-330, 212, 230, 38, colours.pale, 55) +
        shape('M-100 212l-40 38h40Z', '#e6d9bd') +
        line('M-330-120l34 6M330 40l-30-8M-330 60l32-4', '#c7bda8', 3),
      -5,
    ),
    at(930, 250, chisel(), 38, 1.9),
    at(1040, 480, mallet(), -24, 1.75),
    at(850, 690, square(), -12, 1.5),
    at(
      130,
      742,
      rect(0, 0, 190, 16, '#2d2a27', 'rx="8"') + shape('M190-8h70l26 16l-26 16h-70Z', colours.steel),
      -8,
    ),
    disc(1092, 116, 62, '#d9d2c3') + disc(1092, 116, 50, '#efe9dc') + disc(1080, 106, 30, '#e2d8c2'),
    line('M820 40C900 90 760 150 850 210S960 130 900 60', '#e9dfc8', 8),
    line(
      'M820 40C900 90 760 150 850 210S960 130 900 60',
      '#b7aa8c',
      8,
      'stroke-dasharray="3 7" opacity=".7"',
    ),
    ...[0, 1, 2, 3, 4, 5, 6].map((index) =>
      shaving(700 + ((index * 97) % 420), 560 + ((index * 61) % 210), 0.9, index * 70),
    ),
    shape('M0 0H760L300 800H0Z', '#fff4d8', 'opacity=".1"'),
  );

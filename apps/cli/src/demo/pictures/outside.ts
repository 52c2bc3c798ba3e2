import {
  at,
  board,
  boards,
  chance,
  colours,
  disc,
  each,
  leaves,
  line,
  rect,
  scene,
  shade,
  shadow,
  shape,
  times,
} from './brush.ts';
import {
  bricks,
  chisel,
  farAway,
  lamp,
  mallet,
  panes,
  pencil,
  pot,
  shaving,
  square,
  wallPanel,
} from './things.ts';

export const door = (): string => {
  const next = chance(5);
  const green = colours.green;
  return scene(
    bricks(0, 0, 1200, 700, next),
    rect(380, 60, 440, 640, '#ece5d6'),
    rect(360, 36, 480, 34, '#f4efe4'),
    rect(360, 66, 480, 10, '#000', 'opacity=".25"'),
    shape('M420 230V190Q600 20 780 190V230Z', 'url(#pane)'),
    ...[-64, -32, 0, 32, 64].map((turn) => at(600, 232, rect(-4, -128, 8, 128, '#ece5d6'), turn)),
    shape('M540 232A60 60 0 0 1 660 232Z', '#ece5d6'),
    rect(412, 226, 376, 18, '#ece5d6'),
    rect(424, 244, 352, 450, green),
    rect(424, 244, 352, 450, 'url(#across)', 'opacity=".5"'),
    ...[
      [456, 276, 132, 150],
      [612, 276, 132, 150],
      [456, 520, 132, 140],
      [612, 520, 132, 140],
    ].map(
      ([x = 0, y = 0, w = 0, h = 0]) =>
        wallPanel(x, y, w, h, shade(green, -0.12)) +
        wallPanel(x + 18, y + 18, w - 36, h - 36, shade(green, 0.06)),
    ),
    rect(548, 462, 104, 20, colours.brass, 'rx="4"'),
    rect(560, 469, 80, 6, '#000', 'opacity=".35" rx="3"'),
    disc(744, 472, 17, colours.brass) + disc(739, 466, 6, '#fff', 'opacity=".6"'),
    line('M586 330a14 18 0 1 0 28 0', colours.brass, 7),
    rect(380, 686, 440, 18, '#8e8677'),
    rect(320, 700, 560, 50, colours.stone) + rect(320, 700, 560, 8, '#fff', 'opacity=".3"'),
    rect(0, 740, 1200, 60, '#8f897c'),
    each([0, 1, 2, 3, 4, 5, 6, 7], (index) => line(`M${index * 170 - 20} 742l-30 58`, '#6f6a5f', 2)),
    shadow(600, 752, 330, 16, 0.5),
    pot(300, 744, 1.5, 31),
    pot(908, 744, 1.5, 37),
    rect(896, 210, 12, 60, colours.iron),
    shape('M872 268H932L920 348H884Z', '#f3dfa5') +
      line('M872 268H932L920 348H884ZM902 268V348', colours.iron, 5) +
      disc(902, 310, 100, 'url(#glow)', 'opacity=".6"'),
    shape('M0 0H700L280 800H0Z', '#fff4d8', 'opacity=".1"'),
  );
};

export const stairs = (): string => {
  const steps = 10;
  const [w, h] = [74, 56];
  const step = (index: number) => ({ x: 250 + index * w, y: 716 - (index + 1) * h });
  return scene(
    rect(0, 0, 1200, 800, '#d5cdbd'),
    rect(0, 0, 360, 800, '#000', 'opacity=".05"'),
    panes(90, 90, 190, 360, 2, 4, colours.cream, farAway(90, 90, 190, 360)),
    shape('M140 470L380 800H640L330 470Z', 'url(#beam)', 'opacity=".8"'),
    rect(0, 716, 1200, 84, '#8f6e4c'),
    boards(0, 720, 1200, 80, 4, '#a07c56', 9),
    shape(`M250 716L${250 + steps * w} ${716 - steps * h}H1200V716Z`, '#c3baa8'),
    ...[0, 1, 2].map((index) =>
      wallPanel(560 + index * 210, 560 - index * 110, 160, 130 + index * 108, '#cbc2b1'),
    ),
    times(steps, (index) => {
      const { x, y } = step(index);
      return (
        rect(x, y + 10, w, h, '#efe8da') +
        board(x - 12, y, w + 14, 16, colours.oak, index * 5 + 1) +
        rect(x, y + 16, w, 8, '#000', 'opacity=".16"')
      );
    }),
    line(`M262 752L${258 + steps * w} ${752 - steps * h + 8}`, colours.oakDark, 26),
    times(steps * 2, (index) => {
      const x = 262 + index * (w / 2);
      const y = 716 - Math.floor(index / 2 + 1) * h;
      const top = 716 - h - 190 - (index / 2) * h + 26;
      return rect(x, top, 9, y - top, '#f3eee2') + rect(x + 6, top, 3, y - top, '#000', 'opacity=".13"');
    }),
    // The rail sweeps up at its foot and ends in a scroll.
    line(
      `M206 500C206 462 238 452 268 474S300 496 330 470L${262 + steps * w} ${716 - h - 190 - steps * h + 40}`,
      colours.oakDark,
      24,
    ),
    line(
      `M206 496C206 458 238 448 268 470S300 490 330 464L${262 + steps * w} ${710 - h - 190 - steps * h + 40}`,
      shade(colours.oak, 0.2),
      6,
      'opacity=".8"',
    ),
    disc(222, 500, 22, colours.oakDark) + disc(222, 500, 10, colours.oak),
    board(212, 500, 30, 222, colours.oak, 3),
    rect(204, 706, 46, 16, colours.oakDark),
    lamp(760, 0, 60, colours.brass),
  );
};

export const timber = (): string => {
  const next = chance(42);
  const end = (x: number, y: number, w: number, h: number) => {
    const tone = shade(next() < 0.5 ? colours.oak : colours.pale, (next() - 0.5) * 0.2);
    const cx = x + w * (next() * 1.6 - 0.3);
    const rings = times(
      7,
      (index) =>
        `<ellipse cx="${cx}" cy="${y + h + 30}" rx="${(index + 1) * w * 0.17}" ry="${(index + 1) * 17}" fill="none" stroke="${shade(tone, -0.3)}" stroke-width="2" opacity=".6"/>`,
    );
    return `<svg x="${x}" y="${y}" width="${w}" height="${h}" viewBox="${x} ${y} ${w} ${h}">${rect(x, y, w, h, tone)}${rings}${line(`M${x + w * next()} ${y}l${(next() - 0.5) * 20} ${h * 0.7}`, shade(tone, -0.55), 2)}${rect(x, y, w, 4, '#fff', 'opacity=".25"')}</svg>`;
  };
  const row = (y: number, h: number, from: number, to: number) => {
    let out = '';
    for (let x = from; x < to; ) {
      const w = Math.min(to - x, 90 + next() * 110);
      out += end(x, y, w - 4, h);
      x += w;
    }
    return out + board(from, y + h, to - from, 14, colours.walnut, y);
  };
  return scene(
    farAway(0, 0, 1200, 800),
    leaves(1010, 240, 190, 330, 8, '#6b7f4a'),
    rect(1000, 300, 26, 240, '#5a4532'),
    boards(0, 110, 330, 440, 9, '#6d5a47', 17, true),
    shape('M-20 120L170 20L360 120Z', '#4b443d'),
    rect(0, 540, 1200, 260, '#9a8a6c'),
    shadow(560, 726, 620, 54, 0.6),
    row(226, 58, 230, 860),
    row(298, 66, 190, 930),
    row(378, 70, 160, 980),
    row(462, 76, 140, 1010),
    row(552, 78, 120, 1040),
    board(150, 644, 90, 60, colours.walnut, 2) +
      board(520, 644, 90, 60, colours.walnut, 3) +
      board(900, 644, 90, 60, colours.walnut, 4),
    leaves(80, 740, 70, 60, 3) + leaves(1120, 720, 90, 90, 4),
    at(1010, 650, rect(0, 0, 130, 74, colours.cream) + line('M16 24h98M16 44h70', '#6a5a48', 6), -6),
  );
};

export const yard = (): string => {
  const next = chance(3);
  return scene(
    farAway(0, -60, 1200, 760),
    bricks(250, 250, 700, 330, next, '#9c6a52'),
    shape('M210 262L600 70L990 262Z', '#4f5358') +
      times(6, (index) =>
        line(
          `M${600 - (index + 1) * 62} ${262 - 4}L600 ${74 + index * 2}L${600 + (index + 1) * 62} 258`,
          '#43474b',
          2,
        ),
      ),
    disc(600, 190, 36, colours.cream) + disc(600, 190, 28, 'url(#pane)'),
    board(420, 268, 360, 54, colours.green, 2),
    line('M450 295h300', '#efe6d6', 5, 'stroke-dasharray="26 12"'),
    boards(440, 344, 320, 236, 8, '#4a675d', 8, true),
    line('M600 344V580', '#2b4039', 5) +
      rect(580, 450, 12, 40, colours.iron) +
      rect(608, 450, 12, 40, colours.iron),
    panes(290, 350, 110, 150, 3, 3, colours.cream),
    panes(800, 350, 110, 150, 3, 3, colours.cream),
    rect(280, 500, 130, 12, colours.stone) + rect(790, 500, 130, 12, colours.stone),
    rect(0, 578, 1200, 222, '#a69b86'),
    times(
      40,
      (index) =>
        `<ellipse cx="${(index * 157) % 1200}" cy="${606 + ((index * 73) % 186)}" rx="${30 + (index % 5) * 9}" ry="7" fill="#000" opacity=".05"/>`,
    ),
    // The van.
    shadow(950, 716, 230, 26, 0.7),
    shape('M760 704V520Q760 500 784 500H1010L1090 592L1130 606V704Z', colours.slate),
    shape('M1016 516L1076 590H1000V516Z', 'url(#pane)'),
    line('M790 600H980', colours.cream, 8) + line('M790 626H920', colours.cream, 5, 'opacity=".7"'),
    rect(760, 660, 370, 10, '#000', 'opacity=".25"'),
    ...[846, 1052].map((x) => disc(x, 706, 40, '#26282a') + disc(x, 706, 18, colours.steel)),
    board(770, 478, 300, 12, colours.pale, 3) + board(780, 464, 280, 12, colours.oak, 4),
    shadow(250, 720, 190, 20, 0.6),
    times(5, (index) =>
      board(
        120 + index * 6,
        690 - index * 26,
        280 - index * 14,
        22,
        index % 2 ? colours.pale : colours.oak,
        index + 5,
      ),
    ),
    pot(480, 600, 1, 6),
    pot(724, 600, 1, 7),
    leaves(60, 470, 120, 220, 12) + rect(52, 540, 18, 80, '#5a4532'),
  );
};

export const shopfront = (): string => {
  const next = chance(9);
  const paint = '#7b4038';
  return scene(
    bricks(0, 0, 1200, 740, next, '#b0927a'),
    ...[210, 860].map(
      (x) => rect(x - 12, 38, 154, 196, colours.cream) + panes(x, 50, 130, 172, 2, 3, '#f2ede2'),
    ),
    rect(60, 262, 1080, 30, shade(paint, 0.18)),
    rect(80, 292, 1040, 90, paint),
    line('M330 338h540', '#f0dfb8', 16, 'stroke-dasharray="54 18 30 18"'),
    rect(60, 380, 1080, 14, shade(paint, -0.3)),
    rect(80, 394, 1040, 340, shade(paint, -0.1)),
    panes(
      120,
      414,
      380,
      240,
      4,
      3,
      shade(paint, 0.1),
      rect(120, 414, 380, 240, '#4a3a2c', 'opacity=".6"') +
        lamp(210, 414, 26, '#2b2622') +
        lamp(400, 414, 26, '#2b2622') +
        rect(120, 600, 380, 54, '#6d4a30'),
    ),
    panes(
      700,
      414,
      380,
      240,
      4,
      3,
      shade(paint, 0.1),
      rect(700, 414, 380, 240, '#4a3a2c', 'opacity=".6"') +
        lamp(790, 414, 26, '#2b2622') +
        lamp(990, 414, 26, '#2b2622') +
        rect(700, 600, 380, 54, '#6d4a30'),
    ),
    wallPanel(120, 670, 380, 52, shade(paint, -0.16)),
    wallPanel(700, 670, 380, 52, shade(paint, -0.16)),
    rect(530, 404, 140, 330, shade(paint, 0.08)),
    panes(550, 424, 100, 190, 2, 3, shade(paint, 0.2)),
    wallPanel(550, 634, 100, 82, shade(paint, -0.05)),
    disc(652, 600, 8, colours.brass),
    rect(0, 734, 1200, 66, '#8b8578') + rect(0, 734, 1200, 6, '#fff', 'opacity=".2"'),
    each([130, 920], (x) =>
      at(
        x,
        736,
        disc(60, -70, 44, colours.oak) +
          rect(16, -76, 88, 10, colours.oakDark) +
          rect(55, -68, 9, 76, colours.iron) +
          line('M30 8h60', colours.iron, 7) +
          rect(-44, -50, 46, 8, colours.oak) +
          line('M-40-44v52M-2-44v52', colours.iron, 6) +
          rect(118, -50, 46, 8, colours.oak) +
          line('M122-44v52M160-44v52', colours.iron, 6),
      ),
    ),
    pot(520, 738, 0.9, 4),
    pot(684, 738, 0.9, 15),
  );
};

export const dovetail = (): string =>
  scene(
    boards(0, 0, 1200, 800, 8, '#7e5c3d', 33),
    shadow(600, 470, 560, 300, 0.6),
    board(120, 250, 560, 330, colours.pale, 6),
    board(700, 250, 380, 330, colours.oak, 18),
    times(
      4,
      (index) =>
        shape(
          `M674 ${266 + index * 82}l120-12v64l-120-12Z`,
          shade(colours.pale, -0.04),
          `stroke="${shade(colours.pale, -0.5)}" stroke-width="2.5"`,
        ) +
        line(
          `M690 ${280 + index * 82}q50 10 96 2M690 ${294 + index * 82}q50 4 96 0`,
          shade(colours.pale, -0.35),
          1.5,
          'opacity=".6"',
        ),
    ),
    line('M676 250V580', shade(colours.oak, -0.5), 2.5),
    line('M800 250V580', '#4a3521', 1.5, 'stroke-dasharray="2 3"'),
    at(180, 700, square(), -6, 1.9),
    at(960, 160, chisel(), 64, 1.8),
    at(260, 130, mallet(), 80, 1.7),
    at(760, 660, pencil(), 12, 1.7),
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((index) =>
      shaving(640 + ((index * 83) % 460), 620 + ((index * 47) % 150), 1, index * 50),
    ),
    shape('M0 0H900L420 800H0Z', '#fff4d8', 'opacity=".12"'),
  );

/** Panes of glass that lean in a rack, with a line of light on each edge. */
export const glass = (): string =>
  scene(
    rect(0, 0, 1200, 620, '#b9b7ab'),
    boards(0, 0, 1200, 70, 2, colours.walnut, 12),
    rect(0, 620, 1200, 180, '#8e7a60'),
    boards(0, 624, 1200, 176, 4, '#93795a', 21),
    shadow(620, 690, 520, 40, 0.6),
    board(150, 90, 34, 590, colours.oakDark, 3),
    board(1010, 90, 34, 590, colours.oakDark, 5),
    times(8, (index) => {
      const x = 230 + index * 74;
      const top = 190 - (index % 3) * 34;
      return (
        shape(`M${x} 660L${x + 60} ${top}H${x + 250}L${x + 190} 660Z`, 'url(#pane)', 'opacity=".5"') +
        line(`M${x} 660L${x + 60} ${top}H${x + 250}`, '#eef6f4', 3, 'opacity=".9"') +
        line(`M${x + 250} ${top}L${x + 190} 660`, '#5f8c86', 4, 'opacity=".8"')
      );
    }),
    board(150, 640, 894, 44, colours.oak, 17),
    board(150, 330, 894, 26, colours.oakDark, 18),
    at(1075, 560, board(0, 0, 96, 120, colours.pale, 4) + line('M18 34h60M18 56h44M18 78h54', '#5b4a38', 5)),
    shape('M0 0H640L120 800H0Z', '#fff4d8', 'opacity=".13"'),
  );

/** A drawing on the table, before anything is cut. */
export const plan = (): string =>
  scene(
    boards(0, 0, 1200, 800, 7, '#a5835c', 51),
    shadow(560, 430, 520, 330, 0.5),
    at(
      560,
      400,
      rect(-430, -290, 860, 580, '#f3eee0') +
        times(16, (index) =>
          line(`M-430 ${-270 + index * 36}h860M${-410 + index * 56}-290v580`, '#d5dcdc', 1),
        ) +
        line('M-330-210h240v420h-240Z', '#2f3b44', 4) +
        line(
          'M-306-186h84v150h-84ZM-198-186h84v150h-84ZM-306 10h84v176h-84ZM-198 10h84v176h-84Z',
          '#2f3b44',
          3,
        ) +
        line('M-330 240h240M-330 230v20M-90 230v20M-370-210v420M-380-210h20M-380 210h20', '#a5533c', 2.5) +
        line('M20 200h70v-60h70v-60h70v-60h70v-60h70v-60', '#2f3b44', 4) +
        line('M40 100L370-190', '#2f3b44', 3) +
        line('M150 60a60 60 0 0 0 60-70', '#a5533c', 2.5) +
        line('M40 244h180M40 262h120', '#6b6f70', 4, 'opacity=".6"'),
      -3,
    ),
    at(930, 640, pencil(), -28, 1.8),
    at(90, 690, square(), -4, 1.9),
    disc(1060, 180, 104, '#000', 'opacity=".16"'),
    disc(1050, 168, 98, '#e7e0d0') +
      disc(1050, 168, 76, '#d8cfbb') +
      disc(1050, 168, 66, '#4b3122') +
      disc(1030, 150, 22, '#6b4a35', 'opacity=".7"'),
    line('M1142 190q46 12 40-26t-46-20', '#e7e0d0', 16),
    at(640, 96, board(-8, -10, 192, 20, '#dcb53f', 60) + disc(0, 0, 5, colours.brass), -22),
    at(803, 30, board(-8, -10, 192, 20, '#e3c14e', 61) + disc(0, 0, 5, colours.brass), 30),
    at(956, 118, board(-8, -10, 192, 20, '#dcb53f', 62) + disc(0, 0, 5, colours.brass), -26),
    at(1114, 41, board(-8, -10, 192, 20, '#e3c14e', 63) + disc(0, 0, 5, colours.brass), 24),
    shape('M0 0H860L380 800H0Z', '#fff4d8', 'opacity=".12"'),
  );

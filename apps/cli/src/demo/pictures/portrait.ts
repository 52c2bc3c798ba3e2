import type { DemoPerson } from '../people.ts';
import { at, disc, line, rect, shade, shape, times } from './brush.ts';

const behind: Record<DemoPerson['face']['cut'], (hair: string) => string> = {
  short: (hair) => shape('M158 214C146 120 200 92 240 92S336 118 322 214Z', hair),
  long: (hair) => shape('M148 360C128 200 150 96 240 92S352 200 332 360C300 380 180 380 148 360Z', hair),
  bun: (hair) => disc(240, 84, 38, hair) + shape('M156 240C144 128 190 100 240 100S338 128 324 240Z', hair),
  bald: (hair) => shape('M158 220C150 196 152 180 160 170H320C328 180 330 196 322 220Z', hair),
  scarf: (hair) => shape('M138 470C120 260 130 104 240 96S360 260 342 470Z', shade(hair, -0.12)),
  curls: (hair) =>
    times(13, (index) => disc(162 + index * 13, 150 - Math.sin((index / 12) * 3.14) * 44, 27, hair)),
};

const before: Record<DemoPerson['face']['cut'], (hair: string) => string> = {
  short: (hair) =>
    shape('M160 196C158 140 196 116 250 118S326 150 322 200C304 170 280 160 240 162S176 168 160 196Z', hair),
  long: (hair) =>
    shape(
      'M164 220C160 140 200 112 246 116S322 150 318 226C304 190 282 168 256 160C230 178 190 184 164 220Z',
      hair,
    ),
  bun: (hair) =>
    shape('M162 206C160 140 200 112 242 114S322 146 320 208C300 176 268 158 240 158S180 176 162 206Z', hair),
  bald: () => shape('M196 150q40-22 84 0', 'none', 'stroke="#fff" stroke-width="6" opacity=".18"'),
  scarf: (hair) =>
    `<path fill-rule="evenodd" fill="${hair}" d="M150 440C128 250 140 108 240 104S352 250 330 440C300 460 180 460 150 440ZM176 236C176 300 204 344 240 344S304 300 304 236S280 160 240 160S176 180 176 236Z"/>${line('M176 380C220 410 280 404 316 350', shade(hair, -0.25), 5, 'opacity=".6"')}`,
  curls: (hair) =>
    times(9, (index) => disc(176 + index * 16, 160 - Math.sin((index / 8) * 3.14) * 20, 19, hair)),
};

/** Head and shoulders of one of the firm, 4 : 5. */
export function portrait({ ground, skin, hair, cloth, cut, beard, glasses }: DemoPerson['face']): string {
  const dark = shade(skin, -0.45);
  const brow = cut === 'scarf' ? '#3a2a20' : shade(hair, -0.25);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 600" width="480" height="600"><defs><linearGradient id="wall" x2="1" y2="1"><stop stop-color="${shade(ground, 0.3)}"/><stop offset="1" stop-color="${shade(ground, -0.22)}"/></linearGradient><linearGradient id="side"><stop offset=".3" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".22"/></linearGradient></defs>${[
    rect(0, 0, 480, 600, 'url(#wall)'),
    at(0, 34, behind[cut](hair)),
    shape('M40 600C44 470 110 436 190 416H290C370 436 436 470 440 600Z', cloth),
    shape('M196 350V420Q240 470 284 420V350Z', shade(skin, -0.14)),
    shape('M186 412Q240 490 294 412L312 420Q240 530 168 420Z', shade(cloth, 0.22)),
    // The apron of the shop.
    shape('M140 600V500Q240 548 340 500V600Z', shade(cloth, -0.3)) +
      line('M142 504L176 424M338 504L304 424', shade(cloth, -0.3), 15),
    at(
      0,
      34,
      [
        shape(
          'M166 224C166 150 198 128 240 128S314 150 314 224C314 310 286 372 240 372S166 310 166 224Z',
          skin,
        ),
        shape('M240 128C282 128 314 150 314 224C314 310 286 372 240 372Z', '#000', 'opacity=".06"'),
        cut === 'scarf' ? '' : disc(166, 248, 15, shade(skin, -0.1)) + disc(314, 248, 15, shade(skin, -0.18)),
        beard
          ? shape(
              'M170 262C172 340 200 388 240 388S308 340 310 262C300 304 276 300 240 298S180 304 170 262Z',
              shade(hair, -0.08),
            )
          : '',
        disc(208, 240, 6.5, '#2a211c') +
          disc(272, 240, 6.5, '#2a211c') +
          disc(210, 238, 2, '#fff') +
          disc(274, 238, 2, '#fff'),
        line('M192 218q16-10 32-2M256 216q16-8 32 2', brow, 6),
        line('M242 244q10 26-4 36', dark, 4, 'opacity=".55"'),
        line('M214 316q26 18 52 0', shade(skin, -0.5), 5),
        glasses
          ? line(
              'M184 240a24 22 0 1 0 48 0a24 22 0 1 0-48 0M248 240a24 22 0 1 0 48 0a24 22 0 1 0-48 0M232 238q8-6 16 0',
              '#3b3531',
              4,
            )
          : '',
        before[cut](hair),
      ].join(''),
    ),
    rect(0, 0, 480, 600, 'url(#side)'),
  ].join('')}</svg>`;
}

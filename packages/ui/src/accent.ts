/** The grounds of both schemes, as in tokens.css; the surface is the harder one to read the accent on. */
export const paper = { light: '#fbfaf7', dark: '#17181a' };
export const surface = { light: '#f2efe8', dark: '#202225' };

type Rgb = [number, number, number];

const toLinear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const toGamma = (value: number): number =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;

const parse = (hex: string): Rgb =>
  [1, 3, 5].map((at) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as Rgb;

const format = (rgb: Rgb): string =>
  `#${rgb
    .map((value) => Math.round(Math.min(1, Math.max(0, toGamma(Math.max(0, value)))) * 255))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2.2 contrast of two colours like "#2f5d50". */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (high + 0.05) / (low + 0.05);
}

/** OKLab (Ottosson 2020), so that lightness changes without the hue turning. */
function toOklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([L, a, b]: Rgb): Rgb {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** The colour, moved in lightness only as far as it must to reach the contrast on this ground. */
export function readableOn(colour: string, ground: string, least = 4.8): string {
  const step = contrast(ground, '#000000') > contrast(ground, '#ffffff') ? -0.01 : 0.01;
  const [lightness, a, b] = toOklab(parse(colour));
  for (let shift = 0; Math.abs(shift) <= 1; shift += step) {
    const L = lightness + shift;
    // Towards black and white a strong colour leaves the screen's range: take some of it away.
    const kept = Math.min(1, Math.max(0.25, 1 - Math.abs(shift)));
    const tried = format(fromOklab([L, a * kept, b * kept]));
    if (contrast(tried, ground) >= least) return tried;
  }
  return step < 0 ? '#000000' : '#ffffff';
}

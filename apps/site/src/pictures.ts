import type { Picture } from '@kontor/website/snapshot';

export interface Source {
  type: string;
  srcset: string;
}

const order = ['image/avif', 'image/webp'];

/** One list of copies per format, the lightest format first. */
export function sourcesOf({ files }: Picture): Source[] {
  return order.flatMap((type) => {
    const copies = files.filter((file) => file.type === type).sort((one, other) => one.width - other.width);
    if (copies.length === 0) return [];
    return [{ type, srcset: copies.map(({ file, width }) => `/media/${file} ${width}w`).join(', ') }];
  });
}

/** For a reader that knows no <picture>: the middle copy in the most common format. */
export function plainFile({ files }: Picture): string {
  const common = files.filter(({ type }) => type !== 'image/avif');
  const known = (common.length > 0 ? common : files).toSorted((one, other) => one.width - other.width);
  return known[Math.floor((known.length - 1) / 2)]?.file ?? '';
}

/** The class that keeps the picture's point of interest in view where it is cut; none for its middle. */
export function focusClass({ focus }: Picture): string | undefined {
  const tenth = (value: number) => Math.min(10, Math.max(0, Math.round(value / 10)));
  const [x, y] = [tenth(focus.x), tenth(focus.y)];
  return x === 5 && y === 5 ? undefined : `fx${x} fy${y}`;
}

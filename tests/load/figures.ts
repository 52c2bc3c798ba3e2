/** One line of the benchmark: what was measured, what we aim at, and whether it is there. */
export interface Figure {
  name: string;
  value: string;
  goal?: { says: string; met: boolean };
}

export const atLeast = (value: number, goal: number, says: string) => ({ says, met: value >= goal });
export const atMost = (value: number, goal: number, says: string) => ({ says, met: value <= goal });

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** The smallest of the values that at least this share of them does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}

export const rounded = (value: number, digits = 0): string =>
  value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });

export const range = (values: readonly number[], digits = 0): string =>
  `${rounded(Math.min(...values), digits)}–${rounded(Math.max(...values), digits)}`;

const minute = 60_000;
const hour = 60 * minute;

/** RFC 5321 §4.5.4.1: at least four to five days. */
export const giveUpAfter = 4 * 24 * hour;
/** When the sender is told that it is late. */
export const tellAfter = 4 * hour;
const longest = 4 * hour;

/**
 * Milliseconds until the next try: 5 min, doubling to 4 h, a fifth more or less, so that what failed together does not
 * come back together. `chance` is between 0 and 1.
 */
export function delayAfter(attempts: number, chance: number): number {
  const plain = Math.min(5 * minute * 2 ** Math.max(0, attempts - 1), longest);
  return Math.round(plain * (0.8 + 0.4 * chance));
}

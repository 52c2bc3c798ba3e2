export interface Chance {
  below(limit: number): number;
  one<Value>(list: readonly Value[]): Value;
  some<Value>(list: readonly Value[], count: number): Value[];
}

/** Reproducible chance (mulberry32): a failure is the same failure again. */
export function createChance(seed: number): Chance {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const one = <Value>(list: readonly Value[]): Value => list[below(list.length)] as Value;
  return { below, one, some: (list, count) => [...new Set(Array.from({ length: count }, () => one(list)))] };
}

/** Instants are milliseconds since 1970-01-01T00:00Z, as in `Date.now()`. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

export interface FakeClock extends Clock {
  /** Moves time forward by that many milliseconds. */
  advance(milliseconds: number): void;
}

/** A clock that a test owns; it stands still until it is advanced. */
export function fakeClock(start = Date.UTC(2026, 0, 5, 9)): FakeClock {
  let now = start;
  return {
    now: () => now,
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}

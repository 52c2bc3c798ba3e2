const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** "3 days ago", "in 2 hours": whole units, the largest that fits, and none finer than asked for. */
export function relativeTime(
  at: number,
  now: number,
  language: string,
  finest: 'minute' | 'second' = 'minute',
): string {
  const distance = at - now;
  const [unit, length] =
    steps.find(([name, size]) => name === finest || Math.abs(distance) >= size) ?? steps[3];
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return format.format(Math.trunc(distance / length), unit);
}

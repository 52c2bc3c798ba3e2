import { Temporal } from 'temporal-polyfill';

/** When somebody of the firm is there to answer. */
export interface WorkingTime {
  /** IANA zone. */
  timeZone: string;
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  days: readonly number[];
  /** "09:00" */
  from: string;
  /** "17:00", later than `from`. */
  until: string;
}

const longestSearch = 30;

/**
 * The instant by which a question asked at `at` has waited for one working day: as many working hours as a day has, so
 * that Friday 16:00 is Monday 16:00, and what came in the night has the whole next day. Milliseconds since 1970.
 */
export function oneWorkingDayAfter(at: number, { timeZone, days, from, until }: WorkingTime): number {
  const asked = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const [opens, closes] = [from, until].map((time) => Temporal.PlainTime.from(time)) as [
    Temporal.PlainTime,
    Temporal.PlainTime,
  ];
  let left = opens.until(closes).total('milliseconds');
  let day = asked.toPlainDate();
  for (let looked = 0; looked < longestSearch; looked += 1, day = day.add({ days: 1 })) {
    if (!days.includes(day.dayOfWeek)) continue;
    const instantOf = (plainTime: Temporal.PlainTime) =>
      day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
    const begins = Math.max(at, instantOf(opens));
    const open = instantOf(closes) - begins;
    if (open >= left && left > 0) return begins + left;
    left -= Math.max(0, open);
  }
  throw new RangeError('a week without a working hour');
}

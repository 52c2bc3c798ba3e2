import type { Field } from 'payload';
import { isTimeZone } from './actions/fields.ts';

export interface WorkingTime {
  /** IANA zone. */
  timeZone: string;
  /** ISO weekdays, 1 Monday to 7 Sunday; never empty. */
  days: number[];
  /** "09:00" */
  from: string;
  /** "17:00", later than `from`. */
  until: string;
}

const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const usual = { days: ['1', '2', '3', '4', '5'], from: '09:00', until: '17:00' };
const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const isTime = (value: unknown): value is string => typeof value === 'string' && time.test(value);
const noTime = 'A time looks like 09:00.';

/** What the firm says of its hours, for reckoning; what visitors read stands in "hours". */
export const workingTimeFields: Field[] = [
  {
    name: 'workingDays',
    type: 'select',
    hasMany: true,
    required: true,
    defaultValue: usual.days,
    options: names.map((label, index) => ({ label, value: String(index + 1) })),
  },
  {
    name: 'worksFrom',
    type: 'text',
    defaultValue: usual.from,
    validate: (value: unknown) => isTime(value) || noTime,
  },
  {
    name: 'worksUntil',
    type: 'text',
    defaultValue: usual.until,
    validate: (value: unknown, { siblingData }: { siblingData: unknown }) => {
      if (!isTime(value)) return noTime;
      const from = (siblingData as Record<string, unknown>)['worksFrom'];
      return !isTime(from) || from < value || 'Work ends later than it begins.';
    },
  },
];

/** What is missing, or was written past the form, is as it is usual. */
export function workingTimeOf(firm: Record<string, unknown>): WorkingTime {
  const { workingDays, worksFrom, worksUntil, timeZone } = firm;
  const days = (Array.isArray(workingDays) ? workingDays : [])
    .map(Number)
    .filter((day) => day >= 1 && day <= 7);
  const isGood = isTime(worksFrom) && isTime(worksUntil) && worksFrom < worksUntil;
  return {
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
    days: days.length > 0 ? days : usual.days.map(Number),
    from: isGood ? worksFrom : usual.from,
    until: isGood ? worksUntil : usual.until,
  };
}

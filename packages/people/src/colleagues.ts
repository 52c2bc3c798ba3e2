import type { Payload } from 'payload';
import { isTimeZone } from './actions/fields.ts';
import type { Person } from './find-person.ts';

export interface Colleague extends Pick<Person, 'id' | 'name' | 'email' | 'role' | 'language' | 'disabled'> {
  /** On leave today, by the calendar where the person is. */
  away: boolean;
  /** The last day of the leave, "2026-11-24"; null when there is none. */
  awayUntil: string | null;
}

interface Stored extends Omit<Person, 'awayFrom' | 'awayUntil'> {
  awayFrom?: string | null;
  awayUntil?: string | null;
}

/** Everybody of the firm by name, those let go included. */
export async function listColleagues(payload: Payload, now: number): Promise<Colleague[]> {
  const { docs } = await payload.db.find<Stored & { id: string }>({
    collection: 'persons',
    pagination: false,
    sort: 'name',
  });
  return docs.map(({ id, name, email, role, language, disabled, timeZone, awayFrom, awayUntil }) => {
    const today = dayIn(timeZone, now);
    const away = Boolean(awayFrom && awayUntil && awayFrom <= today && today <= awayUntil);
    return {
      id,
      name,
      email,
      role,
      language,
      disabled: Boolean(disabled),
      away,
      awayUntil: awayUntil || null,
    };
  });
}

/** "2026-11-24", the day it is there. Sweden writes its dates as ISO 8601 does. */
function dayIn(timeZone: string, at: number): string {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
}

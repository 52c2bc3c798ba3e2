/** A person of the firm, as far as answering goes. */
export interface Colleague {
  id: string;
  name: string;
  email: string;
  language: string;
  isAdmin: boolean;
  /** Let go: may not come in. */
  disabled: boolean;
  /** On leave today. */
  away: boolean;
}

/**
 * Who has to see to a question: its owner, or the admins when it has none, or has one who is away or gone. Never nobody:
 * admins who are all away are told all the same.
 */
export function answerable(owner: string | null, staff: readonly Colleague[]): Colleague[] {
  const there = (one: Colleague) => !one.disabled && !one.away;
  const [found] = staff.filter((one) => one.id === owner && there(one));
  if (found) return [found];
  const admins = staff.filter((one) => one.isAdmin && !one.disabled);
  const present = admins.filter(there);
  return present.length > 0 ? present : admins;
}

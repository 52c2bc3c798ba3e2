/** So many live screens may one person have open; each costs questions at every change. */
const most = 10;

const taken = new Map<string, number>();

/** A place for one more live screen of the person, to be given back; null when they have as many as there may be. */
export function takeLivePlace(person: string): (() => void) | null {
  const count = taken.get(person) ?? 0;
  if (count >= most) return null;
  taken.set(person, count + 1);
  let isGiven = false;
  return () => {
    if (isGiven) return;
    isGiven = true;
    const left = (taken.get(person) ?? 1) - 1;
    if (left > 0) taken.set(person, left);
    else taken.delete(person);
  };
}

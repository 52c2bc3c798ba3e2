const mostOfOne = 2;
/** Of all persons together: 200 MB in memory. */
const mostOfAll = 8;

export interface Uploads {
  /** Whether one more of this person's fits; then it is under way until `end` is called. */
  begin(person: string): boolean;
  end(person: string): void;
}

/** The large bodies that are under way, by whose they are. */
export function createUploads(): Uploads {
  const underWay = new Map<string, number>();
  const of = (person: string): number => underWay.get(person) ?? 0;
  return {
    begin(person) {
      const all = [...underWay.values()].reduce((sum, count) => sum + count, 0);
      if (of(person) >= mostOfOne || all >= mostOfAll) return false;
      underWay.set(person, of(person) + 1);
      return true;
    },
    end(person) {
      if (of(person) > 1) underWay.set(person, of(person) - 1);
      else underWay.delete(person);
    },
  };
}

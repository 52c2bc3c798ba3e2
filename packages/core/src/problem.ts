/** What sort of failure it is; each door maps a kind to its own words exactly once (`problem-doors.ts`). */
export type ProblemKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'too-many'
  | 'too-large'
  | 'unavailable'
  | 'broken';

/** One sentence per field that was wrong, keyed by the field's path ("address", "languages.0"). */
export type FieldProblems = Record<string, string>;

export interface ProblemEntry {
  kind: ProblemKind;
  /** What happened, in one plain sentence. `{name}` is filled from the values given. */
  title: string;
  /** What the person can do about it. */
  hint: string;
}

/** A failure that ends a request and that a person can act on. Bugs throw plain errors instead. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: string;
  readonly kind: ProblemKind;
  readonly title: string;
  readonly hint: string;
  readonly fields: FieldProblems | undefined;
  /** What was filled into title and hint, for who says them in another language. */
  readonly values: Readonly<Record<string, string | number>>;

  constructor(entry: ProblemEntry & { code: string } & RaiseDetails) {
    super(`${entry.code}: ${entry.title}`, { cause: entry.cause });
    this.code = entry.code;
    this.kind = entry.kind;
    this.title = entry.title;
    this.hint = entry.hint;
    this.fields = entry.fields;
    this.values = entry.values ?? {};
  }

  /** What may be shown to whoever asked: never the cause. */
  toJSON(): { code: string; title: string; hint: string; fields?: FieldProblems } {
    const { code, title, hint, fields } = this;
    return fields ? { code, title, hint, fields } : { code, title, hint };
  }
}

export interface RaiseDetails {
  values?: Record<string, string | number>;
  fields?: FieldProblems;
  cause?: unknown;
}

export interface ProblemCatalogue<Code extends string> {
  readonly entries: Readonly<Record<Code, ProblemEntry>>;
  /** Makes the problem; the caller throws it, so that the compiler sees where the path ends. */
  make(code: Code, details?: RaiseDetails): Problem;
  raise(code: Code, details?: RaiseDetails): never;
  is(error: unknown, code: Code): error is Problem;
}

/** A package's catalogue of problems; codes are prefixed with the package: `mailbox.quota-full`. */
export function problems<const Entries extends Record<string, ProblemEntry>>(
  prefix: string,
  entries: Entries,
): ProblemCatalogue<keyof Entries & string> {
  type Code = keyof Entries & string;
  const make = (code: Code, details: RaiseDetails = {}): Problem => {
    const entry = entries[code];
    if (!entry) throw new Error(`no problem "${code}" in the catalogue of ${prefix}`);
    const { values = {} } = details;
    return new Problem({
      ...details,
      code: `${prefix}.${code}`,
      kind: entry.kind,
      title: fill(entry.title, values),
      hint: fill(entry.hint, values),
    });
  };
  return {
    entries,
    make,
    raise(code, details) {
      throw make(code, details);
    },
    is: (error, code): error is Problem => error instanceof Problem && error.code === `${prefix}.${code}`,
  };
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

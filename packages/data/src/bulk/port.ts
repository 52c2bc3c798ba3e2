/** A flat row: keys are the collection's top-level fields; relationships are ids; json fields plain values; no dates. */
export type Row = { id: string } & Record<string, unknown>;

export type Comparison =
  | { in: readonly unknown[] }
  | { not: unknown }
  | { gt?: unknown; gte?: unknown; lt?: unknown; lte?: unknown };

/** All of its entries must hold; a bare value means equality. */
export type Match = Record<string, unknown | Comparison>;

/**
 * One step of a write. `append` and `touch` number rows within a scope: each row gets the highest number of the scope
 * plus one, and no reader sees a number before every lower one is stored.
 */
export type Op =
  /** Rows whose id exists already are left as they are. */
  | { op: 'insert'; into: string; rows: Row[] }
  | { op: 'append'; into: string; scope: Record<string, string>; numbers: string[]; rows: Row[] }
  | {
      op: 'touch';
      in: string;
      scope: Record<string, string>;
      where: Match;
      number: string;
      set: Record<string, unknown>;
    }
  /** With a `where` on what the row must still be, this is a compare-and-set: `count` tells who won. */
  | { op: 'update'; in: string; where: Match; set: Record<string, unknown> }
  | { op: 'delete'; in: string; where: Match };

export interface Outcome {
  /** Rows inserted, matched or deleted. */
  count: number;
  /** For `append`: the numbers of each row, in the rows' order (of an earlier write when the id was there). */
  numbers?: Record<string, number>[];
}

export interface Group {
  key: string;
  latest: number;
  count: number;
}

export interface GroupQuery {
  from: string;
  where: Match;
  by: string;
  latest: string;
  /** Keeps the groups in which at least one row matches it. */
  having?: Match | undefined;
  /** The last group of the page before (keyset). */
  after?: { key: string; latest: number } | undefined;
  limit: number;
}

export interface Bulk {
  /**
   * Runs the steps in order. SQLite: one transaction, on disk (fsync) when it resolves, grouped with those of other
   * callers. MongoDB: one by one, majority and journal, and safe to repeat because ids are the caller's.
   * Throws `Problem` data.busy, data.unavailable or data.already-there.
   */
  write(ops: Op[]): Promise<Outcome[]>;
  /** Finishes writes of processes that died in the middle; nothing to do where a write is one transaction. */
  settle(): Promise<void>;
  /** Rows matching, in the given order (field, or -field for descending). Values as they were written. */
  find(
    from: string,
    where: Match,
    options?: { sort?: string; limit?: number; select?: string[] },
  ): Promise<Row[]>;
  count(from: string, where: Match): Promise<number>;
  /** Groups of rows by one field, newest first by another. A page costs the same wherever it lies. */
  groupLatest(query: GroupQuery): Promise<Group[]>;
}

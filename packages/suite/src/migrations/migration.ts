import type { Payload } from 'payload';

/** One step from a version's shape of the data to the next one's. */
export interface Migration {
  /** Sorts: "0002-wiki". */
  name: string;
  /** On SQLite: run on a copy, with foreign keys off; they are checked afterwards. */
  up(args: { payload: Payload }): Promise<void>;
  /** On MongoDB, beside the indexes, which are always made from the collections. Must be safe to repeat. */
  mongodb?(args: { payload: Payload }): Promise<void>;
}

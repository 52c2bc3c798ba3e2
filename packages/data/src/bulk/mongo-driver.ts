import type { Comparison, Match, Row } from './port.ts';

export type Document = Record<string, unknown>;

/** What we use of the driver's collection, as mongoose hands it out with the connection's write concern. */
export interface DriverCollection {
  insertOne(document: Document): Promise<unknown>;
  insertMany(documents: Document[], options?: Document): Promise<unknown>;
  bulkWrite(operations: Document[], options?: Document): Promise<unknown>;
  findOne(filter: Document, options?: Document): Promise<Document | null>;
  find(filter: Document, options?: Document): { toArray(): Promise<Document[]> };
  updateOne(filter: Document, update: Document, options?: Document): Promise<{ matchedCount: number }>;
  updateMany(filter: Document, update: Document): Promise<{ matchedCount: number }>;
  deleteMany(filter: Document): Promise<{ deletedCount: number }>;
  countDocuments(filter: Document): Promise<number>;
  aggregate(pipeline: Document[], options?: Document): { toArray(): Promise<Document[]> };
}

export type CollectionOf = (slug: string) => DriverCollection;

export const mongoField = (name: string): string => (name === 'id' ? '_id' : name);

export function filterOf(match: Match): Document {
  return Object.fromEntries(
    Object.entries(match).map(([name, wanted]) => [mongoField(name), comparisonOf(wanted)]),
  );
}

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function comparisonOf(wanted: unknown | Comparison): unknown {
  if (!isPlainObject(wanted)) return wanted;
  if ('not' in wanted) return { $ne: wanted['not'] };
  return Object.fromEntries(Object.entries(wanted).map(([operator, value]) => [`$${operator}`, value]));
}

export const toDocument = ({ id, ...rest }: Row): Document => ({ _id: id, ...rest });

export const isDuplicate = (error: unknown): boolean => (error as { code?: number }).code === 11000;

/** A duplicate key on `_id` means that this very row was written before; any other index means a clash. */
const isSameRow = (error: unknown): boolean =>
  isDuplicate(error) && '_id' in ((error as { keyPattern?: object }).keyPattern ?? {});

/** False when a row with this id is there already. */
export async function insertOnce(collection: DriverCollection, document: Document): Promise<boolean> {
  try {
    await collection.insertOne(document);
    return true;
  } catch (error) {
    if (isSameRow(error)) return false;
    throw error;
  }
}

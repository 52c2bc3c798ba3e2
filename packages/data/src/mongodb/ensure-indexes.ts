import type { Payload } from 'payload';
import { dataProblems } from '#problems.ts';

interface Model {
  collection: { name: string };
  createIndexes(): Promise<void>;
}

/** Makes every index that the collections ask for. Throws data.upgrade-failed when the rows do not allow one. */
export async function ensureIndexes(payload: Payload): Promise<void> {
  const { collections, versions } = payload.db as unknown as Record<string, Record<string, Model>>;
  const models = [...Object.values(collections ?? {}), ...Object.values(versions ?? {})];
  for (const model of models) {
    await model.createIndexes().catch((cause: Error) => {
      const values = { label: 'this version', why: `${model.collection.name}: ${cause.message}` };
      throw dataProblems.make('upgrade-failed', { values, cause });
    });
  }
}

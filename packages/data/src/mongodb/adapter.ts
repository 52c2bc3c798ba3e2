import { mongooseAdapter } from '@payloadcms/db-mongodb';
import type { DatabaseAdapterObj } from 'payload';

/**
 * Payload's MongoDB adapter with the durability that a 250 promises: a standalone server's default acknowledges writes
 * that a kill loses. Transactions are off, because Payload does not retry their conflicts (docs/adr/0004).
 */
export function mongodb({
  url,
  ensureIndexes = true,
}: {
  url: string;
  /** Off where `migrate` has made them before. */
  ensureIndexes?: boolean;
}): DatabaseAdapterObj {
  return mongooseAdapter({
    url,
    allowIDOnCreate: true,
    ensureIndexes,
    transactionOptions: false,
    connectOptions: {
      autoIndex: ensureIndexes,
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'local' },
      serverSelectionTimeoutMS: 5000,
      // A dead server must turn into 451 while the client still waits.
      socketTimeoutMS: 20_000,
    },
  });
}

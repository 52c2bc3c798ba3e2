export { type BlobStore, createBlobStore, type Staged, type Stored } from './blobs/blob-store.ts';
export { createBulk } from './bulk/bulk.ts';
export type { Bulk, Comparison, Group, Match, Op, Outcome, Row } from './bulk/port.ts';
export { type Change, type Changes, changeOp, changesCollection, createChanges } from './changes.ts';
export { type Claims, claimsCollection, createClaims } from './claims.ts';
export { type CollectionDefinition, collection, type GlobalDefinition, globalConfig } from './collection.ts';
export { type DatabaseSettings, databaseAdapter } from './database-adapter.ts';
export { dataProblems } from './problems.ts';
export { anyone, nobody, personOf, role, staff } from './rules.ts';

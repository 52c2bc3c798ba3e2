export { openSqlite } from '#sqlite/connection.ts';
export { type EngineName, mongodPath, type RunningMongod, startMongod, testEngines } from './engines.ts';
export { openPayload, openTestDatabase, type TestDatabase } from './open-test-database.ts';

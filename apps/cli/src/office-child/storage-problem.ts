import type { Config } from '@kontor/config';
import type { Problem } from '@kontor/core';
import { cliProblems } from '#problems.ts';

/** The problem an operator can act on behind an error of disk or database; undefined for a bug. */
export function storageProblem(error: unknown, config: Config): Problem | undefined {
  const causes = causesOf(error);
  if (causes.some(isFull)) return cliProblems.make('disk-full', { values: { dir: config.dataDir } });
  if (config.database.kind === 'mongodb' && causes.some(isAway))
    return cliProblems.make('mongodb-away', { values: { log: `${config.logsDir}/kontor.log` } });
  return undefined;
}

interface Cause extends Error {
  code?: unknown;
  /** SQLite's own number. */
  errcode?: unknown;
}

function causesOf(error: unknown): Cause[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}

const sqliteFull = 13;
const isFull = ({ code, errcode }: Cause): boolean =>
  code === 'ENOSPC' || code === 'EDQUOT' || (code === 'ERR_SQLITE_ERROR' && errcode === sqliteFull);

/** Payload's adapter wraps what the driver said into an error of no kind. */
const isAway = ({ name, message }: Cause): boolean =>
  /^Mongo(ose)?(ServerSelection|Network)/.test(name) || message.includes('cannot connect to MongoDB');

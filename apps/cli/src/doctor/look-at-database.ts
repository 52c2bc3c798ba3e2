import { existsSync } from 'node:fs';
import { Problem } from '@kontor/core';
import { askOffice } from '#ask-office.ts';
import type { House } from '#world.ts';
import { bad, type Finding, good, note } from './finding.ts';

/** Opens the database as the parts do. Nothing is migrated, and no data folder is begun. */
export async function lookAtDatabase(house: House): Promise<Finding> {
  const { database, logsDir } = house.config;
  if (database.kind === 'sqlite' && !existsSync(database.file))
    return note('Database', 'SQLite; there is no data yet, the first start makes it');
  try {
    const report = await askOffice(house, 'database', {});
    const says = `${report.engine}: ${report.says}`;
    return report.good ? good('Database', says) : bad('Database', says, report.hint ?? `See ${logsDir}.`);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (database.kind === 'mongodb')
      return bad('Database', 'MongoDB cannot be opened', `Check KONTOR_DATABASE; see ${logsDir}/kontor.log.`);
    return bad('Database', error.title, error.hint);
  }
}

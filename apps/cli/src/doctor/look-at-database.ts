import { Problem } from '@kontor/core';
import { askOffice } from '#ask-office.ts';
import { type House, hasData } from '#world.ts';
import { bad, type Finding, failed, good, note } from './finding.ts';

/** Opens the database as the parts do. Nothing is migrated, and no data folder is begun. */
export async function lookAtDatabase(house: House): Promise<Finding> {
  const { database, logsDir } = house.config;
  try {
    if (!hasData(house.config))
      return note('Database', 'SQLite; there is no data yet, the first start makes it');
    const { engine, says } = await askOffice(house, 'database', {});
    return good('Database', `${engine}: ${says}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return bad('Database', 'database-forbidden');
    if (!(error instanceof Problem)) throw error;
    // What the driver says may hold the address with its password.
    if (database.kind === 'mongodb' && error.kind === 'broken')
      return bad('Database', 'mongodb-closed', { log: `${logsDir}/kontor.log` });
    return failed('Database', error);
  }
}

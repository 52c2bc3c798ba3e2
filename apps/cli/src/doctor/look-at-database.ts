import { Problem } from '@kontor/core';
import { askOffice } from '#ask-office.ts';
import { type House, hasData } from '#world.ts';
import { bad, type Finding, good, note } from './finding.ts';

/** Opens the database as the parts do. Nothing is migrated, and no data folder is begun. */
export async function lookAtDatabase(house: House): Promise<Finding> {
  const { database, logsDir } = house.config;
  try {
    if (!hasData(house.config))
      return note('Database', 'SQLite; there is no data yet, the first start makes it');
    const report = await askOffice(house, 'database', {});
    const says = `${report.engine}: ${report.says}`;
    return report.good ? good('Database', says) : bad('Database', says, report.hint ?? `See ${logsDir}.`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      return bad(
        'Database',
        'this user may not look at it',
        'Run the command as the owner of the data folder.',
      );
    if (!(error instanceof Problem)) throw error;
    // What the driver says may hold the address with its password.
    if (database.kind === 'mongodb' && error.kind === 'broken')
      return bad('Database', 'MongoDB cannot be opened', `Check KONTOR_DATABASE; see ${logsDir}/kontor.log.`);
    return bad('Database', error.title, error.hint);
  }
}

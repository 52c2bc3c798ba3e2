import { askOffice } from './ask-office.ts';
import { takeLock } from './supervise/lock.ts';
import type { House } from './world.ts';

/** Migrates, holding the data folder, so that no part runs on it meanwhile. Answers the names of what ran. */
export async function migrateStopped(house: House): Promise<string[]> {
  const lock = takeLock(house.config);
  try {
    return (await askOffice(house, 'migrate', {})).ran;
  } finally {
    lock.letGo();
  }
}

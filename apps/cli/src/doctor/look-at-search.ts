import { ensureSearchKey } from '@kontor/config';
import { Problem } from '@kontor/core';
import { lookAtIndex } from '@kontor/search';
import type { House } from '#world.ts';
import { type Finding, failed, good, note } from './finding.ts';

const subject = 'Search';
const titlesOnly = 'titles and subjects are searched';

/** Which Meilisearch there is, and whether its index answers. Kontor works without, and finds less. */
export async function lookAtSearch(house: House, isRunning: boolean): Promise<Finding> {
  const { config, meilisearch, forbiddenMeilisearch } = house;
  if (forbiddenMeilisearch) {
    const hint = `Run "chmod +x ${forbiddenMeilisearch}" as its owner.`;
    return { ...note(subject, `this user may not run the Meilisearch of npm: ${titlesOnly}`), hint };
  }
  if (!config.search && !meilisearch) {
    const hint = 'Put "meilisearch" on the PATH, or name one by KONTOR_MEILI_URL.';
    return { ...note(subject, `no Meilisearch for this machine: ${titlesOnly}`), hint };
  }
  const where = config.search ? `Meilisearch at ${config.search.url}` : `Meilisearch of ${meilisearch?.from}`;
  if (!config.search && !isRunning) return good(subject, `${where} is there`);
  const url = config.search?.url ?? `http://127.0.0.1:${config.ports.search}`;
  try {
    const state = await lookAtIndex({ url, key: config.search?.key ?? ensureSearchKey(config) });
    if (state === 'ready') return good(subject, `${where} answers`);
    return isRunning
      ? note(subject, `${where} answers; the index is being built: ${titlesOnly}`)
      : good(subject, `${where} answers; the index is built at the next start`);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...failed(subject, error), says: `${where}: ${error.title}` };
  }
}

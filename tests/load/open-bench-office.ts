import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@kontor/config';
import { type EngineName, startMongod } from '@kontor/data/testing';
import { createLog } from '@kontor/log';
import { type Office, openOffice } from '@kontor/suite';
import { prepareFirm } from './bench-firm.ts';

/** The firm to measure in a folder of its own, and its office opened here; `close` leaves nothing of it. */
export async function openBenchOffice(
  engine: EngineName,
): Promise<{ office: Office; close(): Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), 'kontor-load-'));
  const mongod = engine === 'mongodb' ? await startMongod() : undefined;
  const env = { KONTOR_DATA: dir, ...(mongod ? { KONTOR_DATABASE: mongod.url } : {}) };
  await prepareFirm(env);
  const office = await openOffice(loadConfig(env), { log: createLog({ part: 'test', level: 'error' }) });
  return {
    office,
    async close() {
      await office.close();
      await mongod?.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@kontor/config';
import { createLog } from '@kontor/log';
import { type Office, openOffice } from '@kontor/suite';
import { prepareFirm } from '../load/bench-firm.ts';
import { ownDatabase } from '../load/house.ts';

export interface OpenFirm {
  office: Office;
  /** What was logged, to see that nothing secret was. */
  logged: string[];
  close(): Promise<void>;
}

/** A firm in a data folder of its own, opened as a part opens it. */
export async function openFirm(): Promise<OpenFirm> {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-hostile-'));
  const env = { KONTOR_DATA: join(folder, 'data'), KONTOR_DNS: '127.0.0.1:9', ...ownDatabase() };
  await prepareFirm(env);
  const logged: string[] = [];
  const log = createLog({
    part: 'hostile',
    destination: { write: (line: string) => void logged.push(line) },
  });
  const office = await openOffice(loadConfig(env), { log });
  return {
    office,
    logged,
    async close() {
      await office.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

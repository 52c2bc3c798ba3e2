import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@kontor/config';
import type { Caller, Clock } from '@kontor/core';
import { type EngineName, startMongod } from '@kontor/data/testing';
import { createLog } from '@kontor/log';
import { issueSetUpToken, type Person } from '@kontor/people';
import { migrate } from '../migrate.ts';
import { type Office, openOffice } from '../office.ts';

export const cli: Caller = { via: 'cli', person: null };
export const site: Caller = { via: 'site', person: null };
export const browser = (address: string): Caller => ({ via: 'web', person: null, address });
export const as = ({ id, role, groups }: Person): Caller => ({ via: 'web', person: { id, role, groups } });

export const password = 'river stone lantern 7';
export const firm = {
  firmName: 'Brightwater Joinery',
  domain: 'brightwater.example',
  languages: ['en', 'ar'],
  timeZone: 'Europe/London',
  name: 'Anna Berg',
  localPart: 'anna',
  password,
};

export interface TestOffice {
  office: Office;
  /** Lines of its log, parsed. */
  logged: Record<string, unknown>[];
  /** A fresh one-time token that sets the firm up. */
  token: string;
  close(): Promise<void>;
}

/** An office without a firm, in a data folder of its own, on a real engine. */
export async function openTestOffice(
  engine: EngineName,
  clock?: Clock,
  { settings = {}, readThread }: { settings?: Record<string, string>; readThread?: URL } = {},
): Promise<TestOffice> {
  const dir = await mkdtemp(join(tmpdir(), 'kontor-office-'));
  const mongod = engine === 'mongodb' ? await startMongod() : undefined;
  const config = loadConfig({
    KONTOR_DATA: dir,
    ...(mongod ? { KONTOR_DATABASE: mongod.url } : {}),
    ...settings,
  });
  await migrate(config);
  const logged: Record<string, unknown>[] = [];
  const log = createLog({
    part: 'test',
    destination: { write: (line: string) => void logged.push(JSON.parse(line)) },
  });
  const office = await openOffice(config, { log, readThread, ...(clock ? { clock } : {}) });
  const { token } = await issueSetUpToken.perform(office, {}, cli);
  return {
    office,
    logged,
    token,
    async close() {
      await office.close();
      await mongod?.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, loadConfig } from '@kontor/config';
import { type RunningMongod, startMongod, testEngines } from '@kontor/data/testing';
import { createLog } from '@kontor/log';
import { migrate, migrations, openOffice } from '@kontor/suite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

describe.skipIf(!testEngines().includes('mongodb'))('an upgrade on MongoDB', () => {
  let mongod: RunningMongod;
  let dir: string;
  let config: Config;
  const log = createLog({ part: 'test', destination: { write: () => undefined } });
  beforeAll(async () => {
    mongod = await startMongod();
    dir = await mkdtemp(join(tmpdir(), 'kontor-mongodb-'));
    config = loadConfig({ KONTOR_DATA: dir, KONTOR_DATABASE: mongod.url });
  });
  afterAll(async () => {
    await mongod?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  test('a part is not started before the indexes are made, and is afterwards', async () => {
    await expect(openOffice(config, { log })).rejects.toMatchObject({ code: 'data.older-data' });
    expect(await migrate(config)).toEqual({ ran: migrations.map(({ name }) => name) });
    expect(await migrate(config)).toEqual({ ran: [] });
    const office = await openOffice(config, { log });
    const row = { mailbox: 'm', name: 'x', uidValidity: 1 };
    const twice = office.bulk.write([
      {
        op: 'insert',
        into: 'folders',
        rows: [
          { id: 'one', ...row },
          { id: 'other', ...row },
        ],
      },
    ]);
    await expect(twice).rejects.toMatchObject({ code: 'data.already-there' });
    await office.close();
  });

  test('a step that broke off is taken again, and old code refuses what came after it', async () => {
    let attempts = 0;
    const later = {
      name: '0099-later',
      up: async () => {},
      async mongodb() {
        attempts += 1;
        if (attempts === 1) throw new Error('the power went');
      },
    };
    const upgrade = () => migrate(config, { migrations: [...migrations, later] });
    await expect(upgrade()).rejects.toThrow('the power went');
    const office = await openOffice(config, { log });
    await office.close();
    expect(await upgrade()).toEqual({ ran: ['0099-later'] });
    await expect(migrate(config)).rejects.toMatchObject({ code: 'data.newer-data' });
    await expect(openOffice(config, { log })).rejects.toMatchObject({ code: 'data.newer-data' });
    expect(attempts).toBe(2);
  });
});

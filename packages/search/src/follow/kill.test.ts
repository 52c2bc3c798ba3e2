import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openTestDatabase, type TestDatabase, testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsOf } from '#documents/documents.ts';
import { createMeilisearch } from '#meilisearch/meilisearch.ts';
import { createIndex, indexes } from '#meilisearch/search-index.ts';
import { canStartMeilisearch, type RunningMeilisearch, startMeilisearch } from '#testing/index.ts';
import { things, thingsSources } from '#testing/things.ts';
import { allRecords, until } from '#testing/wait.ts';
import { lanes } from './lanes.ts';

const follower = join(import.meta.dirname, '../testing/follower.ts');

describe.skipIf(!canStartMeilisearch())('killed in the middle', () => {
  describe.each(testEngines())('on %s', (engine) => {
    let server: RunningMeilisearch;
    let database: TestDatabase;
    let child: ChildProcess | undefined;

    beforeAll(async () => {
      server = await startMeilisearch();
      database = await openTestDatabase({ engine, collections: [things] });
    });
    afterAll(async () => {
      await killFollower();
      await database.close();
      await server.stop();
    });

    function startFollower(): void {
      const about = JSON.stringify({ settings: database.settings, url: server.url });
      // The key goes by the environment here too.
      const env = { ...process.env, FOLLOWER_KEY: server.key };
      child = spawn(process.execPath, [follower, about], { env, stdio: ['ignore', 'inherit', 'inherit'] });
    }
    async function killFollower(): Promise<void> {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((done) => child?.once('exit', done));
      child.kill('SIGKILL');
      await ended;
    }
    /** A thing written, changed or gone, with its change, in one write. */
    async function write(step: number): Promise<void> {
      const id = `thing-${step % 40}`;
      const gone = step % 7 === 3;
      const text = `step${step} ${'plane and saw '.repeat(((step * 37) % 9) * 60)}`;
      await database.bulk.write([
        { op: 'delete', in: 'things', where: { id } },
        ...(gone ? [] : [{ op: 'insert' as const, into: 'things', rows: [{ id, text }] }]),
      ]);
      await database.changes.record('thing.changed', id);
    }
    async function wanted(): Promise<string[]> {
      const [source] = thingsSources(database.bulk);
      const found: string[] = [];
      for await (const record of source?.all() ?? []) {
        const passages = documentsOf('page', record, (await source?.textsOf(record)) ?? []);
        for (const kind of ['page', 'file'])
          found.push(...passages.map((one) => `${kind} ${record} ${one.chunk} ${one.text}`));
      }
      return found.sort();
    }
    async function untilEqual(): Promise<void> {
      const meilisearch = createMeilisearch(server);
      const latest = await database.changes.latest();
      await until(async () => {
        const index = createIndex(meilisearch, indexes.live);
        for (const lane of lanes) expect((await index.position(lane))?.seq).toBe(latest);
        expect(await allRecords(meilisearch)).toEqual(await wanted());
      }, 90_000);
    }

    test('whatever dies, Meilisearch or the follower, the index equals the data afterwards', async () => {
      let step = 0;
      startFollower();
      await write(step++);
      // The index stands: from here on it is followed, which is what dies below.
      await untilEqual();
      for (let round = 0; round < 6; round += 1) {
        const until = performance.now() + 1200 + round * 130;
        while (performance.now() < until) {
          await write(step++);
          await sleep(20);
        }
        if (round % 2 === 0) {
          await killFollower();
          for (let more = 0; more < 5; more += 1) await write(step++);
          startFollower();
        } else {
          await server.kill();
          for (let more = 0; more < 5; more += 1) await write(step++);
          await server.start();
        }
      }
      await untilEqual();
      expect((await wanted()).length).toBeGreaterThan(40);
    }, 400_000);
  });
});

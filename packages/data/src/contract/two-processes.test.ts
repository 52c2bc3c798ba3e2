import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase, testEngines } from '#testing/index.ts';
import { things } from './things.ts';

const share = 60;

describe.each(testEngines())('two processes that write at once, on %s', (engine) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase({ engine, collections: [things] });
    const row = (id: string) => ({ id, name: id, box: id, hits: 0 });
    const free = Array.from({ length: share }, (_, index) => row(`free-${index}`));
    const counter = row('counter');
    await database.bulk.write([{ op: 'insert', into: 'things', rows: [counter, ...free] }]);
  });
  afterAll(() => database?.close());

  async function start(name: string): Promise<ChildProcess> {
    const script = new URL('./writer.ts', import.meta.url).pathname;
    const args = [script, JSON.stringify(database.settings), name, String(share)];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    return child;
  }

  test('lose nothing, count exactly, share the numbers without a gap and win each claim once', async () => {
    const both = await Promise.all([start('one'), start('other')]);
    const won = await Promise.all(
      both.map(async (child) => {
        child.stdin?.write('go\n');
        const [said] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
        await once(child, 'exit');
        return Number(said.toString());
      }),
    );
    const { bulk } = database;
    expect(await bulk.find('things', { id: 'counter' })).toMatchObject([{ hits: 2 * share }]);
    const rows = await bulk.find('things', { box: 'both' }, { sort: 'uid' });
    expect(rows.map(({ uid }) => uid)).toEqual(Array.from({ length: 2 * share }, (_, index) => index + 1));
    expect(won.reduce((sum, count) => sum + count, 0)).toBe(share);
    // The counter, what both created, what both appended, and what they claimed.
    expect(await bulk.count('things', {})).toBe(1 + 2 * share + 2 * share + share);
  });
});

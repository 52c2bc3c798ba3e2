import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { collection } from '#collection.ts';
import { openTestDatabase, type TestDatabase } from '#testing/index.ts';

let database: TestDatabase;
afterEach(() => database.close());

async function open(inThread: boolean): Promise<void> {
  const fields = [{ name: 'name', type: 'text' } as const];
  const collections = [collection({ slug: 'things', fields })];
  database = await openTestDatabase({ engine: 'sqlite', collections, inThread });
}

/** Another process takes the write lock and keeps it until it is told to let go. */
function holdLock(file: string) {
  const script = `
    const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync(${JSON.stringify(file)}, { timeout: 5000 });
    database.exec('BEGIN IMMEDIATE');
    process.stdout.write('held');
    process.stdin.once('data', () => { database.exec('COMMIT'); database.close(); process.exit(); });`;
  return spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
}

test.each([
  ['', false],
  [', writing in a thread', true],
])(
  'with the write lock held elsewhere in the middle of a load%s, nothing is lost or falsely reported',
  async (_way, inThread) => {
    await open(inThread);
    const { settings, bulk, payload } = database;
    if (settings.kind !== 'sqlite') throw new Error('this test is about SQLite');
    const told: string[] = [];
    const write = async (number: number) => {
      const id = `w${number}`;
      if (number % 2) await bulk.write([{ op: 'insert', into: 'things', rows: [{ id, name: id }] }]);
      else await payload.create({ collection: 'things' as never, data: { id, name: id } as never });
      told.push(id);
    };
    await Promise.all(Array.from({ length: 50 }, (_, number) => write(number)));
    const holder = holdLock(settings.file);
    await once(holder.stdout, 'data');
    holder.stdin.on('error', () => undefined);
    setTimeout(() => holder.stdin.write('go'), 800);
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 10);
    await Promise.all(Array.from({ length: 100 }, (_, number) => write(50 + number)));
    clearInterval(ticking);
    if (holder.exitCode === null) await once(holder, 'exit');
    // A waiting writer must not block the event loop, and with it every socket.
    expect(turns).toBeGreaterThan(5);
    const fresh = new DatabaseSync(settings.file, { readOnly: true });
    const stored = fresh
      .prepare('SELECT id FROM things')
      .all()
      .map(({ id }) => String(id));
    fresh.close();
    expect(told).toHaveLength(150);
    expect(stored.sort()).toEqual(told.sort());
  },
);

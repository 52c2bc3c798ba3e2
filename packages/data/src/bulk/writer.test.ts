import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#testing/index.ts';
import { things } from '../contract/things.ts';
import type { Step } from './sqlite-steps.ts';
import { startWriter } from './writer.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase({ engine: 'sqlite', collections: [things], inThread: true });
});
afterEach(() => database.close());

const file = (): string => (database.settings.kind === 'sqlite' ? database.settings.file : '');

test('what is under way when the writer is closed is written first', async () => {
  const writer = startWriter({
    thread: new URL('../testing/writer-thread.ts', import.meta.url),
    file: file(),
  });
  const run = (text: string) => writer.write([{ kind: 'run', statements: [{ text, params: [] }] }]);
  const writing = Promise.all([run('CREATE TABLE kept (id)'), run('INSERT INTO kept VALUES (1)')]);
  const closed = writer.close();
  expect(await writing).toHaveLength(2);
  await closed;
  const fresh = new DatabaseSync(file(), { readOnly: true });
  expect(fresh.prepare('SELECT id FROM kept').all()).toEqual([{ id: 1 }]);
  fresh.close();
});

test('a clash in the thread is told by name, and by the field that clashed', async () => {
  await database.bulk.write([{ op: 'insert', into: 'things', rows: [{ id: 'a', name: 'a' }] }]);
  const clash = database.bulk.write([{ op: 'insert', into: 'things', rows: [{ id: 'b', name: 'a' }] }]);
  await expect(clash).rejects.toMatchObject({ code: 'data.already-there', values: { field: 'name' } });
});

/** Speaks the thread's side: dies of a write without steps, otherwise fails as it is asked. */
const moody = new URL(`data:text/javascript,
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', (asked) => {
    if (asked === 'close') return parentPort.close();
    const [step] = asked.steps;
    if (!step) throw new Error('a bug');
    const answer = step === 'done' ? { ok: true, outcomes: [] } : { ok: false, error: step };
    parentPort.postMessage([{ id: asked.id, ...answer }]);
  });`);
const say = (...words: unknown[]) => words as Step[];

test('a thread that dies takes along what it had begun, and nothing that comes later', async () => {
  const writer = startWriter({ thread: moody, file: '' });
  const begun = [writer.write([]), writer.write([])];
  for (const write of begun) await expect(write).rejects.toMatchObject({ code: 'data.unavailable' });
  expect(await writer.write(say('done'))).toEqual([]);
  await writer.close();
});

test('a thread that has nothing to do is ended, and the next write starts another', async () => {
  const counting = new URL(`data:text/javascript,
    import { parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', (asked) => {
      if (asked === 'close') return parentPort.close();
      parentPort.postMessage([{ id: asked.id, ok: true, outcomes: [{ count: threadId }] }]);
    });`);
  const writer = startWriter({ thread: counting, file: '', restMs: 20 });
  const whose = async () => (await writer.write(say('done')))[0]?.count;
  const first = await whose();
  expect(await whose()).toBe(first);
  await vi.waitFor(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(await whose()).not.toBe(first);
    },
    { timeout: 20_000 },
  );
  await writer.close();
});

test('a busy database and a full disk are the same from the thread as without it', async () => {
  const writer = startWriter({ thread: moody, file: '' });
  const busy = writer.write(say({ message: 'busy', code: 'data.busy' }));
  await expect(busy).rejects.toMatchObject({ name: 'Problem', kind: 'unavailable' });
  const full = writer.write(say({ message: 'full', code: 'ENOSPC', errcode: 13 }));
  await expect(full).rejects.toMatchObject({ message: 'full', code: 'ENOSPC' });
  await writer.close();
});

import { expect, test } from 'vitest';
import { type Limits, workApart } from './work-apart.ts';

/** A thread that does with a task's number what is written here. */
const threadThat = (work: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
    import { pbkdf2Sync } from 'node:crypto';
    import { parentPort } from 'node:worker_threads';
    const kept = [];
    const spin = (ms) => { const until = Date.now() + ms; while (Date.now() < until); };
    parentPort.on('message', ({ id, task }) => { ${work} });
  `)}`,
  );
const apart = (work: string, limits: Partial<Limits> = {}) =>
  workApart<number, number>(threadThat(work), { limitMs: 30_000, ...limits });
const answering = 'parentPort.postMessage({ id, answer: task * 2 })';

test('tasks are done one after the other, each with its own answer', async () => {
  const double = apart(answering);
  const answers = await Promise.all([1, 2, 3].map((task) => double(task)));
  expect(answers).toEqual([2, 4, 6].map((answer) => ({ ok: true, answer })));
});

test('what takes longer than it may is given up, and the next one is done', async () => {
  const slow = apart(`if (task === 1) spin(40_000); ${answering}`, { limitMs: 5000 });
  expect(await slow(1)).toEqual({ ok: false, why: 'it takes too long', lasting: true });
  expect(await slow(2)).toEqual({ ok: true, answer: 4 });
});

test('of one that may do so much work, waiting is none, and is no fault of the task', async () => {
  const work = apart('spin(20_000)', { workMs: 200 });
  expect(await work(1)).toEqual({ ok: false, why: 'it takes too long', lasting: true });
  const waiting = apart('', { workMs: 2000, limitMs: 3000 });
  expect(await waiting(1)).toEqual({ ok: false, why: 'it takes too long', lasting: false });
});

test('work counts from its beginning, although a thread deep in it cannot be looked at', async () => {
  const deep = apart(`pbkdf2Sync('', '', 2_000_000, 64, 'sha512'); setTimeout(() => ${answering}, 5000)`, {
    workMs: 200,
  });
  expect(await deep(1)).toEqual({ ok: false, why: 'it takes too long', lasting: true });
});

test('memory beside the heap counts, that of the thread alone', async () => {
  const hungry = apart(
    `kept.push(new Uint8Array(task).fill(1)); setTimeout(() => ${answering}, task > 150_000_000 ? 30_000 : 500)`,
    { memory: 150_000_000 },
  );
  const ours = new Uint8Array(300_000_000).fill(1);
  expect(await hungry(1000)).toEqual({ ok: true, answer: 2000 });
  expect(await hungry(200_000_000)).toEqual({ ok: false, why: 'it takes too much memory', lasting: true });
  expect(ours.length).toBe(300_000_000);
});

test('what one task left behind is not held against the next', async () => {
  const hungry = apart(`kept.push(new Uint8Array(task).fill(1)); setTimeout(() => ${answering}, 3000)`, {
    memory: 150_000_000,
  });
  expect(await hungry(100_000_000)).toEqual({ ok: true, answer: 200_000_000 });
  expect(await hungry(100_000_000)).toEqual({ ok: true, answer: 200_000_000 });
});

test('a heap that runs full is the task’s fault; of a thread that cannot even begin it is nobody’s', async () => {
  const full = apart('for (;;) kept.push({ at: kept.length })');
  expect(await full(1)).toEqual({ ok: false, why: 'it takes too much memory', lasting: true });
  const missing = workApart(new URL('./no-such-thread.ts', import.meta.url), { limitMs: 30_000 });
  expect(await missing(1)).toEqual({ ok: false, why: 'its thread died', lasting: false });
  expect(await missing(2)).toEqual({ ok: false, why: 'its thread died', lasting: false });
});

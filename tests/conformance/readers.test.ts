import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@kontor/config';
import type { Bulk, Row } from '@kontor/data';
import { startMongod, testEngines } from '@kontor/data/testing';
import { createLog } from '@kontor/log';
import { type Office, openOffice } from '@kontor/suite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareFirm } from '../load/bench-firm.ts';

/** RFC 9051's UIDs and RFC 7162's modification sequences, read while several processes write. */
describe.each(testEngines())('a reader that asks only for what is newer, on %s', (engine) => {
  let env: Record<string, string>;
  let office: Office;
  let folder: string;
  let end: () => Promise<void>;

  beforeAll(async () => {
    const dir = await mkdtemp(join(tmpdir(), 'kontor-readers-'));
    const mongod = engine === 'mongodb' ? await startMongod() : undefined;
    env = {
      PATH: process.env.PATH ?? '',
      KONTOR_DATA: dir,
      ...(mongod ? { KONTOR_DATABASE: mongod.url } : {}),
    };
    await prepareFirm(env);
    const log = createLog({ part: 'reader', destination: { write: () => undefined } });
    office = await openOffice(loadConfig(env), { log });
    const [mailbox] = await office.bulk.find('mailboxes', { address: 'hello@y.test' });
    folder = `${mailbox?.id}:inbox`;
    end = async () => {
      await office.close();
      await mongod?.stop();
      await rm(dir, { recursive: true, force: true });
    };
  });
  afterAll(() => end?.());

  test('misses nothing of three that deliver and mark at once, though one of them is killed', async () => {
    const writers = await Promise.all([start('a', 150), start('b', 150), start('c', 5000)]);
    const reader = createReader(office.bulk, folder);
    for (const { stdin } of writers) stdin?.write('go\n');
    const [one, two, doomed] = writers as [ChildProcess, ChildProcess, ChildProcess];
    const done = Promise.all([exit(one), exit(two)]);
    let running = true;
    const ended = done.then(async (codes) => {
      doomed.kill('SIGKILL');
      await exit(doomed);
      running = false;
      return codes;
    });
    while (running) await reader.read();
    expect(await ended).toEqual([0, 0]);
    // What the dead one had begun is finished by whoever comes next, at the latest by the sweep.
    await office.bulk.settle();
    await reader.read();
    const there = await office.bulk.find('placements', { folder });
    expect(there.length).toBeGreaterThan(300);
    expect(reader.rounds).toBeGreaterThan(20);
    expect(reader.missedByUid(there)).toEqual([]);
    expect(reader.missedByModseq(there)).toEqual([]);
    expect(new Set(there.map(({ modseq }) => modseq)).size).toBe(there.length);
    const changes = await office.changes.read(0, 10_000);
    expect(reader.seqs).toEqual(changes.map(({ seq }) => seq));
  });

  test('would miss what is numbered before it is its turn to be written: this suite can fail', async () => {
    const writers = await Promise.all([start('d', 60, 'apart'), start('e', 60, 'apart')]);
    const reader = createReader(office.bulk, folder);
    for (const { stdin } of writers) stdin?.write('go\n');
    let running = true;
    const done = Promise.all(writers.map(exit)).then(() => {
      running = false;
    });
    while (running) await reader.read();
    await done;
    await reader.read();
    expect(reader.missedByUid(await office.bulk.find('placements', { folder }))).not.toEqual([]);
  });

  async function start(name: string, share: number, mode = 'together'): Promise<ChildProcess> {
    const script = join(import.meta.dirname, 'writer.ts');
    const child = spawn(process.execPath, [script, name, String(share), mode], {
      env: env as NodeJS.ProcessEnv,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    return child;
  }
});

const exit = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

/** Remembers the highest numbers it saw and never looks back. */
function createReader(bulk: Bulk, folder: string) {
  const byUid = new Set<string>();
  const byModseq = new Map<string, unknown>();
  const seqs: number[] = [];
  let uid = 0;
  let modseq = 0;
  const state = (row: Row): string => JSON.stringify([row.modseq, row.seen, row.expunged]);
  return {
    rounds: 0,
    seqs,
    async read(): Promise<void> {
      this.rounds += 1;
      // SQLite answers at once: without this the event loop would never get to the writers' end.
      await new Promise((resolve) => setImmediate(resolve));
      const arrived = await bulk.find('placements', { folder, uid: { gt: uid } }, { sort: 'uid' });
      for (const row of arrived) byUid.add(row.id);
      uid = Number(arrived.at(-1)?.uid ?? uid);
      const changed = await bulk.find('placements', { folder, modseq: { gt: modseq } }, { sort: 'modseq' });
      for (const row of changed) byModseq.set(row.id, state(row));
      modseq = Number(changed.at(-1)?.modseq ?? modseq);
      const after = { log: 'main', seq: { gt: seqs.at(-1) ?? 0 } };
      seqs.push(...(await bulk.find('changes', after, { sort: 'seq' })).map(({ seq }) => Number(seq)));
    },
    missedByUid: (rows: Row[]) => rows.filter(({ id }) => !byUid.has(id)).map(({ uid: missed }) => missed),
    missedByModseq: (rows: Row[]) => rows.filter((row) => byModseq.get(row.id) !== state(row)).map(state),
  };
}

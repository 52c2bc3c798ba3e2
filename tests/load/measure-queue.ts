import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadConfig } from '@kontor/config';
import { freePort } from '@kontor/data/testing/free-port';
import { createLog } from '@kontor/log';
import { type Office, openOffice } from '@kontor/suite';
import { prepareFirm } from './bench-firm.ts';
import { type Figure, percentile, rounded } from './figures.ts';
import { fillQueue } from './fill-queue.ts';
import { startMailPart } from './mail-part.ts';
import { startSmtpSink } from './smtp-sink.ts';

interface Measured {
  perSecond: number;
  /** Milliseconds between an outcome and its record on disk, of the last ones. */
  windows: number[];
}

/** From the mail service's door answering until nothing waits any more: opened, signed, carried, recorded. */
async function measureQueue(
  folder: string,
  settings: Record<string, string>,
  messages: number,
): Promise<Measured> {
  const port = await freePort();
  const env = {
    PATH: process.env.PATH ?? '',
    KONTOR_DATA: folder,
    KONTOR_SMTP_PORT: String(port),
    ...settings,
  };
  mkdirSync(folder, { recursive: true });
  await prepareFirm(env);
  await fillQueue(env, messages);
  const log = createLog({ part: 'bench', destination: { write: () => undefined } });
  const office = await openOffice(loadConfig(env), { log });
  const service = await startMailPart(env);
  try {
    const began = performance.now();
    const before = await done(office);
    while ((await done(office)) < messages) {
      if (performance.now() - began > 120_000)
        throw new Error(`the queue stands still\n${service.lastWords()}`);
      await pause(20);
    }
    const seconds = (performance.now() - began) / 1000;
    const windows = [...service.lastWords().matchAll(/"window":(\d+)/g)].map(([, ms]) => Number(ms));
    return { perSecond: (messages - before) / seconds, windows };
  } finally {
    await service.stop();
    await office.close();
  }
}

const done = ({ bulk }: Office): Promise<number> => bulk.count('outgoing', { state: 'done' });

const messages = 300;

export async function queueFigures(folder: string): Promise<Figure[]> {
  const kept = await measureQueue(join(folder, 'kept'), { KONTOR_OUTBOUND: 'sink' }, messages);
  const sink = await startSmtpSink();
  try {
    const smarthost = { KONTOR_SMARTHOST: `smtp://127.0.0.1:${sink.port}` };
    const carried = await measureQueue(join(folder, 'carried'), smarthost, messages);
    return [
      { name: 'outgoing queue, kept in the demo’s sink', value: `${rounded(kept.perSecond)} messages/s` },
      { name: 'outgoing queue, to one SMTP server', value: `${rounded(carried.perSecond)} messages/s` },
      {
        name: 'window of a double, p95',
        value: `${percentile(carried.windows, 0.95)} ms from 250 to the record`,
      },
    ];
  } finally {
    await sink.stop();
  }
}

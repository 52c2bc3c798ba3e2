import { setTimeout as pause } from 'node:timers/promises';
import { loadConfig } from '@kontor/config';
import { newId } from '@kontor/core';
import { deliverLocal } from '@kontor/delivery';
import { createLog } from '@kontor/log';
import { openOffice } from '@kontor/suite';

/**
 * A process of its own that delivers and changes flags until it has done its share: prints "ready", waits for a line, and
 * ends. As "apart" it takes its numbers before its turn to write: the mistake that the test must see.
 */
const [name = 'w', share = '100', mode = 'together'] = process.argv.slice(2);
const log = createLog({ part: name, destination: { write: () => undefined } });
const office = await openOffice(loadConfig(process.env), { log });
const { bulk } = office;
const address = 'hello@y.test';
const [mailbox] = await bulk.find('mailboxes', { address }, { limit: 1 });
const folder = `${mailbox?.id}:inbox`;

async function deliver(number: number): Promise<void> {
  const key = `${name}-${number}`;
  const raw = Buffer.from(`From: a@x.test\r\nTo: ${address}\r\nSubject: ${key}\r\n\r\nOak, ${key}.\r\n`);
  await deliverLocal(office, { raw, to: address, mailFrom: 'a@x.test', key });
}

/** Marks a message that some process delivered a moment ago. */
async function mark(seen: boolean): Promise<void> {
  const newest = await bulk.find('placements', { folder }, { sort: '-uid', limit: 5, select: ['id'] });
  const where = { id: { in: newest.map(({ id }) => id) }, seen: !seen };
  await bulk.write([
    { op: 'touch', in: 'placements', scope: { folder }, where, number: 'modseq', set: { seen } },
  ]);
}

async function placeApart(number: number): Promise<void> {
  const [last] = await bulk.find('placements', { folder }, { sort: '-uid', limit: 1 });
  const uid = Number(last?.uid ?? 0) + 1 + Math.floor(Math.random() * 20);
  await pause(Math.random() * 30);
  const { id: _, ...like } = last ?? { id: '' };
  const row = { ...like, id: newId(), message: `apart-${number}`, uid, modseq: uid };
  await bulk.write([{ op: 'insert', into: 'placements', rows: [row] }]).catch(() => undefined);
}

await deliver(0);
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
const lanes = 6;
await Promise.all(
  Array.from({ length: lanes }, async (_, lane) => {
    for (let number = lane + 1; number <= Number(share); number += lanes) {
      await (mode === 'apart' ? placeApart(number) : deliver(number));
      if (mode !== 'apart' && lane % 2 === 0) await mark(number % 4 < 2);
    }
  }),
);
await office.close();
process.exit(0);

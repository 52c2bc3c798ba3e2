import { setTimeout as pause } from 'node:timers/promises';
import type { Change } from '@kontor/data';
import type { Office } from '@kontor/suite';
import { openTalk } from '../hostile/smtp-talk.ts';
import { recipient } from './bench-firm.ts';

/**
 * Milliseconds from hearing 250 to this process being told of the message, as the office is told, and finding it in the
 * folder; one message after the other, at no regular time.
 */
export async function arrivalDelays(office: Office, port: number, messages: number): Promise<number[]> {
  const told = new Map<string, () => void>();
  const ending = new AbortController();
  const onChanges = async (changes: Change[]): Promise<void> => {
    for (const { kind, subject } of changes) {
      if (kind !== 'mail.arrived') continue;
      const [row] = await office.bulk.find('messages', { id: subject }, { select: ['subject'] });
      const [placed] = await office.bulk.find('placements', { message: subject }, { limit: 1 });
      if (placed) told.get(String(row?.['subject']))?.();
    }
  };
  const following = office.changes.follow({
    after: await office.changes.latest(),
    signal: ending.signal,
    onChanges,
  });
  const talk = await openTalk(port);
  await talk.say('EHLO client.test\r\n');
  const delays: number[] = [];
  for (let number = 0; number < messages; number += 1) {
    const subject = `arrival ${number}`;
    const arrived = new Promise<void>((resolve) => told.set(subject, resolve));
    for (const line of ['MAIL FROM:<a@x.test>', `RCPT TO:<${recipient}>`, 'DATA'])
      await talk.say(`${line}\r\n`);
    const reply = await talk.say(`From: a@x.test\r\nSubject: ${subject}\r\n\r\nOak.\r\n.\r\n`);
    if (reply === 'closed' || reply.code !== 250) throw new Error(`not accepted: ${JSON.stringify(reply)}`);
    const heard = performance.now();
    await arrived;
    delays.push(performance.now() - heard);
    await pause(Math.random() * 250);
  }
  ending.abort();
  await following;
  talk.socket.destroy();
  return delays;
}

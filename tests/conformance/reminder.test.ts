import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@kontor/config';
import { startMongod, testEngines } from '@kontor/data/testing';
import { freePort } from '@kontor/data/testing/free-port';
import { receiveInquiry, takeInquiry } from '@kontor/inquiries';
import { createLog } from '@kontor/log';
import { findMailboxByAddress, folderId } from '@kontor/mailbox';
import { findPersonByEmail } from '@kontor/people';
import { type Office, openOffice } from '@kontor/suite';
import { expect, test } from 'vitest';
import { firmAdmin, prepareFirm } from '../load/bench-firm.ts';
import { run } from '../load/child.ts';
import { answers } from '../load/ports.ts';

const part = join(import.meta.dirname, '../../apps/mail/src/main.ts');

/** The subjects of what lies in the inbox of that address. */
async function inboxOf(office: Office, address: string): Promise<string[]> {
  const mailbox = await findMailboxByAddress(office, address);
  const placed = await office.bulk.find('placements', { folder: folderId(mailbox?.id ?? '', 'inbox') });
  const ids = placed.map(({ message }) => String(message));
  const messages = await office.bulk.find('messages', { id: { in: ids } });
  return messages.map(({ subject }) => String(subject));
}

test.each(testEngines())(
  '%s: who took a question hears of it once when it is overdue, with two mail services running',
  { timeout: 300_000 },
  async (engine) => {
    const folder = await mkdtemp(join(tmpdir(), 'kontor-reminder-'));
    const mongod = engine === 'mongodb' ? await startMongod() : null;
    const env = {
      PATH: process.env.PATH ?? '',
      KONTOR_DATA: folder,
      KONTOR_DNS: '127.0.0.1:9',
      ...(mongod ? { KONTOR_DATABASE: mongod.url } : {}),
    };
    await prepareFirm(env);
    const log = createLog({ part: 'reader', destination: { write: () => undefined } });
    const office = await openOffice(loadConfig(env), { log });
    const ports = [await freePort(), await freePort()];
    const parts = [];
    try {
      const grace = await findPersonByEmail(office.payload, firmAdmin.email);
      const asked = {
        key: 'overdue'.padEnd(43, '-'),
        name: 'Nora Lind',
        email: 'nora@example.com',
        phone: '',
        text: 'Do you repair box sashes?',
        language: 'en',
        page: '/contact',
        receivedAt: Date.now() - 14 * 24 * 3_600_000,
      };
      await receiveInquiry.perform(office, asked, { via: 'site', person: null });
      const [inquiry] = await office.bulk.find('inquiries', {});
      const person = { id: grace?.id ?? '', role: 'admin' as const, groups: [] };
      await takeInquiry.perform(office, { inquiry: inquiry?.id ?? '' }, { via: 'web', person });
      for (const port of ports)
        parts.push(run(process.execPath, [part], { ...env, KONTOR_SMTP_PORT: String(port) }));
      await Promise.all(ports.map((port) => answers(port)));
      const heard = () => inboxOf(office, firmAdmin.email);
      await expect.poll(heard, { timeout: 60_000 }).toEqual(['Nora Lind is waiting for an answer']);
      await Promise.all(parts.map((one) => one.stop()));
      expect(await heard()).toHaveLength(1);
    } finally {
      for (const one of parts) await one.stop();
      await office.close();
      await mongod?.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
);

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { loadConfig } from '@kontor/config';
import { createLog } from '@kontor/log';
import { folderId, messageBytes, openMailbox } from '@kontor/mailbox';
import { migrate, type Office, openOffice } from '@kontor/suite';
import { openGateway } from '#smtp/gateway.ts';
import { mailCertificate } from '#tls.ts';

export interface OpenedMail {
  office: Office;
  port: number;
  /** The bytes of every message in the inbox of hello@, as a reader gets them, without our own header lines. */
  inbox(): Promise<string[]>;
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** A gateway on a free port with one mailbox, hello@y.test, and an internet in which no name exists. */
export async function openMail(
  settings: Record<string, string> = {},
  door: { patience?: number } = {},
): Promise<OpenedMail> {
  const dir = await mkdtemp(join(tmpdir(), 'kontor-mail-'));
  const config = loadConfig({ KONTOR_DATA: dir, KONTOR_MAIL_HOSTNAME: 'mail.y.test', ...settings });
  await migrate(config);
  const log = createLog({ part: 'test', destination: { write: () => undefined } });
  const noName = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  const office = await openOffice(config, { log, resolve: () => Promise.reject(noName) });
  const mailbox = await openMailbox(office, { address: 'hello@y.test', name: 'Hello', kind: 'shared' });
  const tls = await mailCertificate(config);
  const gateway = await openGateway({ office, tls, host: '127.0.0.1', port: 0, ...door });
  return {
    office,
    port: gateway.port,
    async inbox() {
      const placed = await office.bulk.find(
        'placements',
        { folder: folderId(mailbox.id, 'inbox') },
        { sort: 'uid' },
      );
      const rows = await office.bulk.find('messages', { id: { in: placed.map(({ message }) => message) } });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return Promise.all(
        placed.map(async ({ message }) => {
          const row = byId.get(String(message));
          const [blob, prefix] = [String(row?.['blob']), String(row?.['prefix'])];
          const dropped = (row?.['dropped'] ?? []) as [number, number][];
          return (await text(messageBytes(office.blobs, { blob, prefix, dropped }))).slice(prefix.length);
        }),
      );
    },
    stop: gateway.stop,
    async close() {
      await gateway.stop();
      await office.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMongod, testEngines } from '@kontor/data/testing';
import { expect, test } from 'vitest';
import { openMail } from '#testing/open-mail.ts';
import { openClient } from '#testing/smtp-client.ts';

// What receive.test.ts pretends, here for real: a disk that is full, a database server that was killed.
const head = 'From: a@x.test\r\nSubject: Oak\r\n\r\n';

/** A disk of 24 MB, for those who may make one. */
function mountSmallDisk(): string | null {
  const dir = mkdtempSync(join(tmpdir(), 'kontor-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', dir], { stdio: 'ignore' });
    return dir;
  } catch {
    rmSync(dir, { recursive: true });
    return null;
  }
}
const disk = testEngines().includes('sqlite') ? mountSmallDisk() : null;

test.skipIf(!disk)(
  'a disk that fills up: 452, no half blob, and mail goes on when there is room',
  async () => {
    const dir = disk ?? '';
    const mail = await openMail({ KONTOR_DATA: dir });
    try {
      const talk = await openClient(mail.port);
      expect(await talk.send(`${head}before\r\n`)).toMatch(/^250 /);
      const free = () => statfsSync(dir).bavail * statfsSync(dir).bsize;
      const ballast = join(dir, 'ballast');
      writeFileSync(ballast, Buffer.alloc(free() - 2_000_000));
      // The first fills what is left with its bytes, the second with its rows.
      const large = `${'x'.repeat(998)}\r\n`;
      expect(await talk.send(head + large.repeat(4000))).toMatch(/^452 4\./);
      expect(await readdir(join(mail.office.config.blobsDir, 'drafts'))).toEqual([]);
      writeFileSync(join(dir, 'more'), Buffer.alloc(Math.max(0, free() - 20_000)));
      expect(await talk.send(head + large.repeat(15))).toMatch(/^452 4\./);
      expect(await mail.inbox()).toEqual([`${head}before\r\n`]);
      for await (const { hash } of mail.office.blobs.list()) await mail.office.blobs.readAll(hash);
      rmSync(ballast);
      expect(await talk.send(`${head}after\r\n`)).toMatch(/^250 /);
      expect(await mail.inbox()).toEqual([`${head}before\r\n`, `${head}after\r\n`]);
    } finally {
      await mail.close().catch(() => undefined);
      execFileSync('umount', [dir]);
      rmSync(dir, { recursive: true });
    }
  },
);

test.skipIf(!testEngines().includes('mongodb'))(
  'a database server that is killed: 451 within the client’s patience, and mail goes on when it is back',
  async () => {
    const mongod = await startMongod();
    const mail = await openMail({ KONTOR_DATABASE: mongod.url });
    try {
      const talk = await openClient(mail.port);
      expect(await talk.send(`${head}before\r\n`)).toMatch(/^250 /);
      // It goes between the recipient and the bytes; then there is nobody to ask for a recipient.
      await talk.begin();
      await mongod.kill();
      const began = performance.now();
      expect(await talk.say(`${head}meanwhile\r\n.`)).toMatch(/^451 4\./);
      await talk.say('MAIL FROM:<a@x.test>');
      expect(await talk.say('RCPT TO:<hello@y.test>')).toMatch(/^451 4\./);
      expect(performance.now() - began).toBeLessThan(80_000);
      await mongod.restart();
      await talk.say('RSET');
      expect(await talk.send(`${head}after\r\n`)).toMatch(/^250 /);
      expect(await mail.inbox()).toEqual([`${head}before\r\n`, `${head}after\r\n`]);
    } finally {
      await mail.close();
      await mongod.stop();
    }
  },
);

import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSecret } from '@kontor/config';
import { expect, test } from 'vitest';
import { lookAtDkim } from './look-at-dkim.ts';

test('the doctor tells the record that belongs to the key, and nothing of the key itself', async () => {
  const secretsDir = await mkdtemp(join(tmpdir(), 'kontor-dkim-'));
  try {
    expect(lookAtDkim({ secretsDir })).toMatchObject({
      state: 'note',
      says: expect.stringContaining('no key yet'),
    });
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    ensureSecret({ secretsDir }, 'dkim', () => pem);
    const { hint = '' } = lookAtDkim({ secretsDir });
    const half = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    expect(hint).toMatch(/^kontor-[0-9a-f]{8}\._domainkey {2}TXT/);
    const strings = [...hint.matchAll(/"([^"]*)"/g)].map(([, one]) => one ?? '');
    expect(strings.join('')).toBe(`v=DKIM1; k=rsa; p=${half}`);
    // What a zone file takes (RFC 1035 §3.3).
    expect(Math.max(...strings.map(({ length }) => length))).toBeLessThanOrEqual(255);
    expect(hint).not.toContain(pem.split('\n')[1]);
    ensureSecret({ secretsDir: join(secretsDir, 'other') }, 'dkim', () => 'no key at all');
    expect(lookAtDkim({ secretsDir: join(secretsDir, 'other') })).toMatchObject({
      code: 'doctor.dkim-unreadable',
    });
    await writeFile(join(secretsDir, 'dkim'), '');
    expect(lookAtDkim({ secretsDir })).toMatchObject({ state: 'bad', code: 'config.empty-secret' });
  } finally {
    await rm(secretsDir, { recursive: true, force: true });
  }
});

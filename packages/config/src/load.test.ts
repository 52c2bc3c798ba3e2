import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { envExample, loadConfig, settings } from './index.ts';

test('with nothing set everything has its default, on this machine only', () => {
  const config = loadConfig({});
  expect(config).toMatchObject({
    dataDir: resolve('data'),
    host: '127.0.0.1',
    ports: { site: 4321, office: 3000, smtp: 2525 },
    siteUrl: 'http://127.0.0.1:4321',
    officeUrl: 'http://localhost:3000',
    database: { kind: 'sqlite', file: resolve('data/kontor.db') },
    demo: false,
  });
  expect(config.smtp.tls).toBeUndefined();
});

test.each([
  ['KONTOR_SMTP_PORT', 'smtp', 'must be a port number'],
  ['KONTOR_SITE_PORT', '70000', 'must be 65535 or less'],
  ['KONTOR_DATABASE', 'postgres://db', 'must be "sqlite" or a mongodb:// address'],
  ['KONTOR_OFFICE_URL', 'ftp://office', 'must be an http:// or https:// address'],
  ['KONTOR_DEMO', 'perhaps', 'must be 1 or 0'],
])('%s=%s is refused by name', (name, value, why) => {
  expect(() => loadConfig({ [name]: value })).toThrow(`${name} ${why}`);
});

test('every wrong setting is told at once', () => {
  const wrong = { KONTOR_SMTP_PORT: 'x', KONTOR_LOG_LEVEL: 'loud' };
  expect(() => loadConfig(wrong)).toThrow(/KONTOR_SMTP_PORT .*; KONTOR_LOG_LEVEL /);
});

test('a misspelt setting is refused, not ignored', () => {
  expect(() => loadConfig({ KONTOR_DATTA: 'x' })).toThrow('There is no setting called KONTOR_DATTA.');
});

test('two parts on one port are refused with both settings', () => {
  expect(() => loadConfig({ KONTOR_SMTP_PORT: '4321' })).toThrow(
    'Two parts would listen on port 4321: KONTOR_SITE_PORT, KONTOR_SMTP_PORT.',
  );
});

test('a setting may lie in a file, and a file that cannot be read is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-config-'));
  const file = join(folder, 'database');
  writeFileSync(file, 'mongodb://kontor:sesame@db/kontor\n');
  expect(loadConfig({ KONTOR_DATABASE_FILE: file }).database).toEqual({
    kind: 'mongodb',
    url: 'mongodb://kontor:sesame@db/kontor',
  });
  rmSync(folder, { recursive: true });
  expect(() => loadConfig({ KONTOR_DATABASE_FILE: file })).toThrow('KONTOR_DATABASE_FILE');
});

test('the demo stays on this machine, and a certificate has its key', () => {
  expect(() => loadConfig({ KONTOR_DEMO: '1', KONTOR_HOST: '0.0.0.0' })).toThrow('this machine only');
  expect(() => loadConfig({ KONTOR_TLS_CERT: '/cert.pem' })).toThrow('belong together');
});

test('.env.example explains every setting', () => {
  const text = envExample();
  for (const name of Object.keys(settings)) expect(text).toContain(`# ${name}=`);
});

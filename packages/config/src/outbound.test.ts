import { Problem } from '@kontor/core';
import { expect, test } from 'vitest';
import { loadConfig } from './load.ts';

const outbound = (settings: Record<string, string>) => loadConfig(settings).outbound;
const codeOf = (settings: Record<string, string>): string => {
  try {
    outbound(settings);
    return 'fine';
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
};

test('mail goes straight to each domain, to no private address', () => {
  expect(outbound({})).toEqual({ kind: 'mx', allowPrivate: false });
});

test('the demo keeps all of it here, and cannot be talked into anything else', () => {
  expect(outbound({ KONTOR_DEMO: '1' })).toEqual({ kind: 'sink' });
  expect(codeOf({ KONTOR_DEMO: '1', KONTOR_OUTBOUND: 'mx' })).toBe('config.demo-sends-nothing');
  expect(codeOf({ KONTOR_DEMO: '1', KONTOR_SMARTHOST: 'smtp://relay.test' })).toBe(
    'config.demo-sends-nothing',
  );
});

test('a smarthost is one address with all that is needed', () => {
  const url = 'smtps://brightwater%40relay.test:p%3Ass%2Fword@relay.test';
  expect(outbound({ KONTOR_SMARTHOST: url })).toEqual({
    kind: 'smarthost',
    smarthost: {
      ...{ host: 'relay.test', port: 465, secure: true },
      ...{ user: 'brightwater@relay.test', password: 'p:ss/word' },
    },
  });
  expect(outbound({ KONTOR_SMARTHOST: 'smtp://[::1]:2500' })).toMatchObject({
    smarthost: { host: '::1', port: 2500, secure: false },
  });
  expect(codeOf({ KONTOR_SMARTHOST: 'https://relay.test' })).toBe('config.invalid-settings');
  expect(codeOf({ KONTOR_OUTBOUND: 'smarthost' })).toBe('config.no-smarthost');
});

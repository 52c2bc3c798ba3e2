import { type FakeClock, fakeClock } from '@kontor/core';
import { openTestDatabase, type TestDatabase, testEngines } from '@kontor/data/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOneTimeTokens, type OneTimeTokens, tokensCollection } from './one-time-token.ts';

const hour = 3_600_000;

describe.each(testEngines())('a one-time token on %s', (engine) => {
  let database: TestDatabase;
  let clock: FakeClock;
  let tokens: OneTimeTokens;
  beforeAll(async () => {
    database = await openTestDatabase({ engine, collections: [tokensCollection] });
    clock = fakeClock();
    tokens = createOneTimeTokens({ bulk: database.bulk, clock });
  });
  afterAll(() => database?.close());

  test('is good until it is used, and is used once', async () => {
    const token = await tokens.issue('door', hour);
    expect(await tokens.isGood('door', token)).toBe(true);
    expect(await tokens.isGood('door', token)).toBe(true);
    expect(await tokens.use('door', token)).toBe(true);
    expect(await tokens.isGood('door', token)).toBe(false);
    expect(await tokens.use('door', token)).toBe(false);
  });

  test('goes to exactly one of many who use it at once', async () => {
    const token = await tokens.issue('door', hour);
    const uses = await Promise.all(Array.from({ length: 8 }, () => tokens.use('door', token)));
    expect(uses.filter(Boolean)).toHaveLength(1);
  });

  test('can be used again when it was given back', async () => {
    const token = await tokens.issue('door', hour);
    await tokens.use('door', token);
    await tokens.giveBack('door', token);
    expect(await tokens.use('door', token)).toBe(true);
  });

  test('ends with its time, given back or not', async () => {
    const token = await tokens.issue('door', hour);
    clock.advance(hour);
    await tokens.giveBack('door', token);
    expect(await tokens.isGood('door', token)).toBe(false);
    expect(await tokens.use('door', token)).toBe(false);
  });

  test('ends when another is made for the same purpose, and opens nothing else', async () => {
    const first = await tokens.issue('door', hour);
    const window = await tokens.issue('window', hour);
    const second = await tokens.issue('door', hour);
    expect(await tokens.use('door', first)).toBe(false);
    expect(await tokens.use('door', window)).toBe(false);
    expect(await tokens.use('window', window)).toBe(true);
    expect(await tokens.use('door', second)).toBe(true);
  });

  test('is forgotten once its time is over, not before', async () => {
    const token = await tokens.issue('door', hour);
    await tokens.prune();
    expect(await tokens.isGood('door', token)).toBe(true);
    clock.advance(hour + 1);
    await tokens.prune();
    expect(await database.bulk.count('tokens', {})).toBe(0);
  });

  test('is kept nowhere: what is stored is of no use', async () => {
    const token = await tokens.issue('door', hour);
    const rows = await database.bulk.find('tokens', {});
    expect(JSON.stringify(rows)).not.toContain(token);
    for (const { id } of rows) expect(await tokens.use('door', id)).toBe(false);
  });
});

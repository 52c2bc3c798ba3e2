import { hashPassword, verifyPassword } from '@kontor/auth';
import type { Caller } from '@kontor/core';
import { beforeAll, expect, test, vi } from 'vitest';
import type { PeopleContext } from '#context.ts';
import { signIn } from './sign-in.ts';

vi.mock('@kontor/auth', async (original) => {
  const auth = await original<typeof import('@kontor/auth')>();
  return { ...auth, verifyPassword: vi.fn(auth.verifyPassword) };
});

const compare = vi.mocked(verifyPassword);
const password = 'river stone lantern 7';
const browser: Caller = { via: 'web', person: null, address: '192.0.2.1' };
const anna = {
  id: 'anna',
  name: 'Anna',
  email: 'anna@y.test',
  role: 'staff',
  language: 'en',
  timeZone: 'UTC',
};
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

/** Only what signing in asks for before it answers: the row that is found, and allowances that never end. */
const whenFound = (row: object | null) =>
  ({
    payload: { db: { findOne: async () => row } },
    throttle: { spend: async () => ({ ok: true }), isMarked: async () => false },
    audit: () => undefined,
  }) as unknown as PeopleContext;

async function refusal(row: object | null, tried: string): Promise<string> {
  compare.mockClear();
  const input = { email: anna.email, password: tried };
  const problem = await signIn.perform(whenFound(row), input, browser).catch((error) => error);
  return JSON.stringify(problem);
}

test('an unknown name, a wrong password and a person let go are one answer, and each costs a comparison', async () => {
  const answers = [];
  for (const [row, tried] of [
    [null, password],
    [{ ...anna, passwordHash: null }, password],
    [{ ...anna, passwordHash }, 'wrong'],
    [{ ...anna, passwordHash, disabled: true }, password],
  ] as const) {
    answers.push(await refusal(row, tried));
    expect(compare).toHaveBeenCalledExactlyOnceWith(row?.passwordHash, tried);
  }
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('people.wrong-password');
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cookieName } from '@kontor/auth';
import { loadConfig } from '@kontor/config';
import { receiveInquiry } from '@kontor/inquiries';
import { createLog } from '@kontor/log';
import { addPerson, findPersonByEmail, issueSetUpToken } from '@kontor/people';
import { migrate, type Office, openOffice } from '@kontor/suite';
import { domain, prepareFirm } from '../load/bench-firm.ts';
import { type House, newHouse, startHouse } from '../load/house.ts';

export interface SignedInHouse {
  house: House;
  /** "http://localhost:PORT" */
  office: string;
  /** The admin's address, and the header that is her session. */
  email: string;
  cookie: string;
  close(): Promise<void>;
}

/** A running house whose admin is signed in, for those who ask without a browser. */
export async function startSignedIn({ withQuestion = false } = {}): Promise<SignedInHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-signed-in-'));
  const env = await newHouse(join(folder, 'data'));
  await prepareFirm(env);
  const email = 'grace@y.test';
  const cookie = await sessionOf(env, email);
  if (withQuestion) await askQuestion(env);
  return { ...(await running(env, folder)), email, cookie };
}

/** A running house that nobody has set up; the token of its set-up link. */
export async function startNew(): Promise<SignedInHouse & { token: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-new-'));
  const env = await newHouse(join(folder, 'data'));
  await migrate(loadConfig(env));
  const started = await running(env, folder);
  // After the start, which issues one itself: only the newest is good.
  const token = await within(env, async (office) => {
    const issued = await issueSetUpToken.perform(office, {}, { via: 'cli', person: null });
    return issued.token;
  });
  return { ...started, email: '', cookie: '', token };
}

async function running(
  env: Record<string, string>,
  folder: string,
): Promise<Omit<SignedInHouse, 'email' | 'cookie'>> {
  const house = await startHouse(env);
  return {
    house,
    office: `http://localhost:${env['KONTOR_OFFICE_PORT']}`,
    async close() {
      await house.supervisor.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A new person of that role, signed in: the header that is their session. */
export async function signedInAs({ house }: SignedInHouse, role: 'staff' | 'editor'): Promise<string> {
  await within(house.env, async (office) => {
    const details = { name: role, localPart: role, domain, role, password: 'rebate-mitre-dovetail-88' };
    const person = { ...details, groups: [], language: 'en', timeZone: 'UTC' };
    await addPerson.perform(office, person, { via: 'cli', person: null });
    return '';
  });
  return sessionOf(house.env, `${role}@${domain}`);
}

const sessionOf = (env: Record<string, string>, email: string): Promise<string> =>
  within(env, async (office) => {
    const person = await findPersonByEmail(office.payload, email);
    if (!person) throw new Error(`nobody is ${email}`);
    const opened = await office.sessions.open({ person: person.id, device: 'test', address: '127.0.0.1' });
    return `${cookieName}=${opened.token}`;
  });

/** A visitor's question that nobody has answered: without one, Today has no form. */
const askQuestion = (env: Record<string, string>): Promise<string> =>
  within(env, async (office) => {
    const asked = { name: 'Nora Lind', email: 'nora@x.test', phone: '', text: 'Stairs?', language: 'en' };
    const inquiry = { ...asked, key: 'a-question-of-nora', page: '/contact', receivedAt: Date.now() };
    await receiveInquiry.perform(office, inquiry, { via: 'site', person: null });
    return inquiry.key;
  });

/** Does something in the house's data beside its own parts. */
async function within(
  env: Record<string, string>,
  work: (office: Office) => Promise<string>,
): Promise<string> {
  const log = createLog({ part: 'hostile', destination: { write: () => undefined } });
  const office = await openOffice(loadConfig(env), { log });
  try {
    return await work(office);
  } finally {
    await office.close();
  }
}

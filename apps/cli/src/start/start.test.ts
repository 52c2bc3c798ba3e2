import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeHouse, makeFakeHouse } from '#testing/fake-house.ts';
import { isAlive, waitUntil } from '#testing/wait-until.ts';

let house: FakeHouse;
const started: Kontor[] = [];
beforeEach(async () => {
  house = await makeFakeHouse();
});
afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL');
  await Promise.all(started.splice(0).map(({ ended }) => ended));
  await waitUntil(() => living().length === 0, 'no part outlives its supervisor');
  house.remove();
});

interface Kontor {
  child: ChildProcess;
  said(): string;
  /** The exit code. */
  ended: Promise<number | null>;
}

function kontor(line: string, env: Record<string, string> = {}): Kontor {
  const script = join(import.meta.dirname, '../testing/run-in-house.ts');
  const child = spawn(process.execPath, [script, house.root, ...line.split(' ')], {
    env: { ...house.env, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  child.stderr.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const running = { child, said: () => said, ended };
  started.push(running);
  return running;
}

/** The process ids of all parts that were ever started here. */
function pids(): number[] {
  const notes = join(house.root, 'notes');
  return [...readFileSync(notes, 'utf8').matchAll(/^(?:started|child) (\d+)/gm)].map((hit) => Number(hit[1]));
}
const living = () => pids().filter(isAlive);

/** How a part behaves stands in its script: the supervisor passes on no variable that it does not know. */
function behave(manner: string, name: string): void {
  const path = join(house.root, 'apps', name, 'dist/main.mjs');
  writeFileSync(path, `process.env.FAKE = ${JSON.stringify(manner)};\n${readFileSync(path, 'utf8')}`);
}
beforeEach(() => {
  for (const name of ['site', 'office', 'mail', 'vpn']) {
    const path = join(house.root, 'apps', name, 'dist/main.mjs');
    const notes = JSON.stringify(join(house.root, 'notes'));
    writeFileSync(path, `process.env.FAKE_NOTES = ${notes};\n${readFileSync(path, 'utf8')}`);
  }
});

const notSetUp = JSON.stringify({
  prepare: { kind: 'done', outcome: { ran: [], setupToken: 'one-time-word' } },
});
const setUp = JSON.stringify({ prepare: { kind: 'done', outcome: { ran: [], domain: 'oak.test' } } });
const ready = (one: Kontor) =>
  waitUntil(
    () => one.said().includes('Ctrl-C stops'),
    () => `ready: ${one.said()}`,
  );

test('a firm that is not set up gets addresses and a one-time link, and Ctrl-C leaves no process', async () => {
  behave('child', 'office');
  const running = kontor('start', { KONTOR_TEST_OFFICE: notSetUp, SSH_CONNECTION: '10.0.0.9 5 10.0.0.1 22' });
  await ready(running);
  await waitUntil(() => living().length === 5, 'four parts and a process of the office');
  const { KONTOR_SITE_PORT: site, KONTOR_OFFICE_PORT: office } = house.env;
  expect(running.said()).toContain(`http://127.0.0.1:${site}`);
  expect(running.said()).toContain(`http://localhost:${office}/setup?token=one-time-word`);
  expect(running.said()).toMatch(new RegExp(`ssh -L ${office}:localhost:${office} .*@10\\.0\\.0\\.1`));
  running.child.kill('SIGINT');
  expect(await running.ended).toBe(0);
  expect(living()).toEqual([]);
  expect(existsSync(join(house.dataDir, 'run/kontor.lock'))).toBe(false);
});

test('a firm that is set up gets one line to paste that sends a test mail, and no link', async () => {
  const running = kontor('start', { KONTOR_TEST_OFFICE: setUp });
  await ready(running);
  expect(running.said()).toContain(
    `KONTOR_DATA=${house.dataDir} KONTOR_OFFICE_PORT=${house.env.KONTOR_OFFICE_PORT} KONTOR_SMTP_PORT=${house.env.KONTOR_SMTP_PORT} npm --prefix ${house.root} run kontor -- send-test-mail hello@oak.test`,
  );
  expect(running.said()).not.toContain('setup?token');
  expect(running.said()).not.toContain('ssh -L');
});

test('a part that dies is named with its last lines; the others go on', async () => {
  const running = kontor('start', { KONTOR_TEST_OFFICE: setUp });
  await ready(running);
  const before = living();
  const [victim = 0] = before;
  process.kill(victim, 'SIGKILL');
  await waitUntil(() => /(site|office|mail|vpn) answers again/.test(running.said()), 'it answers again');
  expect(running.said()).toMatch(
    /(site|office|mail|vpn) was ended by SIGKILL\. The last lines of .*\.log:\n {2}\{"event"/,
  );
  expect(running.said()).toContain('is started again in 1 s');
  expect(living()).toEqual(expect.arrayContaining(before.filter((pid) => pid !== victim)));
});

test('a second start on the same data folder is refused by name', async () => {
  const running = kontor('start', { KONTOR_TEST_OFFICE: setUp });
  await ready(running);
  const second = kontor('start', { KONTOR_TEST_OFFICE: setUp });
  expect(await second.ended).not.toBe(0);
  expect(second.said()).toContain(`Kontor runs already on the data folder ${house.dataDir}`);
  const asked = kontor('status');
  expect(await asked.ended).toBe(0);
  expect(asked.said()).toMatch(/mail +answers/);
});

test('parts leave with a supervisor that was killed, and the next start takes over', async () => {
  const first = kontor('start', { KONTOR_TEST_OFFICE: setUp });
  await ready(first);
  first.child.kill('SIGKILL');
  const second = kontor('start', { KONTOR_TEST_OFFICE: setUp });
  await ready(second);
  await waitUntil(() => living().length === 4, 'only the second is there');
});

test('a port in use is told before anything is started', async () => {
  const port = Number(house.env.KONTOR_SMTP_PORT);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const running = kontor('start', { KONTOR_TEST_OFFICE: setUp });
  expect(await running.ended).not.toBe(0);
  server.close();
  expect(running.said()).toContain(`port ${port} of mail (KONTOR_SMTP_PORT)`);
  expect(pids()).toEqual([]);
});

test.each(['start', 'demo', 'setup-link', 'migrate'])(
  '%s names a data folder that is a file',
  async (line) => {
    const file = join(house.root, 'a-file');
    writeFileSync(file, '');
    const running = kontor(line, { KONTOR_DATA: join(file, 'data') });
    expect(await running.ended).not.toBe(0);
    expect(running.said()).toContain(`The data folder ${join(file, 'data')} cannot be used`);
    expect(running.said()).not.toMatch(/^ +at /m);
  },
);

test('it is the folder of the demo that is named when the demo cannot have it', async () => {
  rmSync(house.dataDir, { recursive: true });
  writeFileSync(house.dataDir, '');
  const running = kontor('demo', { KONTOR_DATA: '' });
  expect(await running.ended).toBe(64);
  expect(running.said()).toContain(`The data folder ${join(house.dataDir, 'demo')} cannot be used`);
});

test('a certificate that cannot be used is told before anything is started', async () => {
  const missing = join(house.root, 'no.pem');
  const running = kontor('start', { KONTOR_TLS_CERT: missing, KONTOR_TLS_KEY: missing });
  expect(await running.ended).toBe(64);
  expect(running.said()).toContain('KONTOR_TLS_CERT');
  expect(running.said()).toContain(missing);
  expect(pids()).toEqual([]);
});

test('Ctrl-C while the database is prepared starts no part', async () => {
  const running = kontor('start', { KONTOR_TEST_OFFICE: JSON.stringify({ prepare: 'never' }) });
  await waitUntil(() => running.said().includes('Preparing the database'), 'it prepares');
  running.child.kill('SIGINT');
  expect(await running.ended).toBe(0);
  expect(pids()).toEqual([]);
});

test('what is not built is named', async () => {
  rmSync(join(house.root, 'apps/office/dist'), { recursive: true });
  const running = kontor('start', { KONTOR_TEST_OFFICE: setUp });
  expect(await running.ended).not.toBe(0);
  expect(running.said()).toContain('Not built yet: office.');
});

test('a database that cannot be opened stops the start with its reason', async () => {
  const problem = {
    code: 'data.newer-data',
    kind: 'conflict',
    title: 'Newer data.',
    hint: 'Start the newer one.',
  };
  const running = kontor('start', {
    KONTOR_TEST_OFFICE: JSON.stringify({ prepare: { kind: 'problem', problem } }),
  });
  expect(await running.ended).toBe(73);
  expect(running.said()).toContain('Newer data.\nStart the newer one.');
  expect(pids()).toEqual([]);
});

test.each(['site', 'vpn'])('%s learns neither where the database is nor how to open it', async (name) => {
  const path = join(house.root, 'apps', name, 'dist/main.mjs');
  writeFileSync(path, `console.log(JSON.stringify(process.env));\n${readFileSync(path, 'utf8')}`);
  const running = kontor('start', {
    KONTOR_TEST_OFFICE: setUp,
    KONTOR_DATABASE: 'mongodb://kontor:open-sesame@127.0.0.1/kontor',
    AWS_SECRET_ACCESS_KEY: 'not-for-parts',
  });
  await ready(running);
  const log = readFileSync(join(house.dataDir, `logs/${name}.log`), 'utf8');
  expect(log).toContain('KONTOR_SITE_PORT');
  expect(log).not.toMatch(/open-sesame|not-for-parts/);
  expect(running.said()).not.toContain('open-sesame');
});

test('the demo does not touch a folder that holds another office', async () => {
  mkdirSync(join(house.dataDir, 'secrets'));
  writeFileSync(join(house.dataDir, 'secrets/site'), 'precious');
  const running = kontor('demo --fresh', { KONTOR_TEST_OFFICE: setUp });
  expect(await running.ended).not.toBe(0);
  expect(running.said()).toContain('not the demo');
  expect(readFileSync(join(house.dataDir, 'secrets/site'), 'utf8')).toBe('precious');
});

test('the demo has logins that stay the same until --fresh', async () => {
  const logins = (one: Kontor) =>
    [...one.said().matchAll(/^ {2}(\S+@brightwater\.example) +(\S+)$/gm)].map(String);
  const once = async (line: string) => {
    const running = kontor(line);
    await ready(running);
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    return running;
  };
  const first = await once('demo --fresh');
  expect(logins(first)).toHaveLength(8);
  writeFileSync(join(house.dataDir, 'secrets/kept'), '');
  expect(logins(await once('demo'))).toEqual(logins(first));
  expect(existsSync(join(house.dataDir, 'secrets/kept'))).toBe(true);
  const anew = await once('demo --fresh');
  expect(existsSync(join(house.dataDir, 'secrets/kept'))).toBe(false);
  expect(logins(anew)).toHaveLength(8);
  expect(logins(anew)).not.toEqual(logins(first));
});

test('the demo does not move into a database that holds another firm', async () => {
  const running = kontor('demo', { KONTOR_TEST_OFFICE: setUp });
  expect(await running.ended).not.toBe(0);
  expect(running.said()).toContain('not the demo');
  expect(existsSync(join(house.dataDir, 'demo.json'))).toBe(false);
  expect(pids()).toEqual([]);
});

test('the demo refuses to listen beyond this machine', async () => {
  const running = kontor('demo', { KONTOR_HOST: '0.0.0.0' });
  expect(await running.ended).toBe(64);
  expect(running.said()).toContain('The demo listens on this machine only');
});
